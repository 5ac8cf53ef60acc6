package org.entente.client.running;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoopTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Loop.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        LOG.setLevel(Level.INFO);
        LOG.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        LOG.detachAppender(lines);
        LOG.setLevel(null);
    }

    @Test
    void no_error_ends_it_and_each_is_told() throws Exception {
        List<Throwable> failures = List.of(
                new OutOfMemoryError("secret"),
                new StackOverflowError("secret"),
                new NoClassDefFoundError("secret"),
                new AssertionError("secret"),
                new IllegalStateException("secret"));
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Loop loop = new Loop(
                "errors",
                () -> {
                    int round = rounds.getAndIncrement();
                    if (round < failures.size()) {
                        LoopTest.<RuntimeException>fail(failures.get(round));
                    }
                    done.countDown();
                    return Duration.ofMinutes(1);
                },
                new Random(1));
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        loop.close();
        for (Throwable each : failures) {
            Level level = each instanceof Error ? Level.ERROR : Level.WARN;
            assertThat(lines.list)
                    .anyMatch(line -> line.getLevel() == level
                            && line.getFormattedMessage()
                                    .contains(each.getClass().getSimpleName()));
        }
        assertThat(lines.list).noneMatch(line -> line.getFormattedMessage().contains("secret"));
        assertThat(lines.list).noneMatch(line -> line.getThrowableProxy() != null);
    }

    @Test
    void a_row_of_like_failures_is_told_when_it_begins_and_when_it_ends() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Loop loop = new Loop(
                "database",
                () -> {
                    if (rounds.getAndIncrement() < 5) {
                        throw new SQLException("terminating connection", "57P01");
                    }
                    done.countDown();
                    return Duration.ofMillis(1);
                },
                new Random(2));
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        loop.close();
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .containsExactly(
                        "database: SQLException: the database does not answer (SQL state 57P01), failure 1 in a row;"
                                + " trying again",
                        "database: goes on after 5 failures");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void fail(Throwable failure) throws E {
        throw (E) failure;
    }
}
