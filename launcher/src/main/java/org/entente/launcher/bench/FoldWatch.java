package org.entente.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;

/**
 * Notes when a member's fold passed which statement, from outside: it looks into the member's database every five
 * milliseconds, or every twenty-five while somebody listens to many. So a time is that at which another process could
 * know, up to so much after the fold; and looking does not become a load of its own.
 */
final class FoldWatch implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration LISTENED = Duration.ofMillis(25);
    private static final String HEADS = "select author, audience, sequence from stream_state";

    /**
     * The fold had passed a statement.
     *
     * @param sequence its number in its stream
     * @param at nanoseconds of the run
     */
    record Passed(long sequence, long at) {}

    private final MemberDatabase database;
    private final RunClock clock;
    private final Map<StreamId, List<Passed>> passed = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Optional<BiConsumer<StreamId, Long>> listener = Optional.empty();

    FoldWatch(MemberId member, MemberDatabase database, RunClock clock) {
        this.database = database;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("bench watch " + member).start(this::watch);
    }

    /** Is told how many statements more a stream's fold has passed. */
    void listen(BiConsumer<StreamId, Long> heard) {
        listener = Optional.of(heard);
    }

    /** Is told nothing more. */
    void silence() {
        listener = Optional.empty();
    }

    private void watch() {
        try (Connection connection = database.connect();
                PreparedStatement heads = connection.prepareStatement(HEADS)) {
            while (!closed) {
                look(heads);
                LockSupport.parkNanos((listener.isEmpty() ? LOOK_AGAIN : LISTENED).toNanos());
            }
        } catch (SQLException e) {
            if (!closed) {
                throw new IllegalStateException("the watched database is gone", e);
            }
        }
    }

    private void look(PreparedStatement heads) throws SQLException {
        try (ResultSet row = heads.executeQuery()) {
            long now = clock.now();
            while (row.next()) {
                note(
                        new StreamId(new MemberId(row.getString(1)), new MemberId(row.getString(2))),
                        new Passed(row.getLong(3), now));
            }
        }
    }

    private void note(StreamId stream, Passed next) {
        long more;
        synchronized (passed) {
            List<Passed> list = passed.computeIfAbsent(stream, key -> new ArrayList<>());
            more = next.sequence() - (list.isEmpty() ? 0 : list.getLast().sequence());
            if (more <= 0) {
                return;
            }
            list.add(next);
            passed.notifyAll();
        }
        listener.ifPresent(heard -> heard.accept(stream, more));
    }

    /** The number of the last statement that the fold has passed. */
    long sequence(StreamId stream) {
        synchronized (passed) {
            List<Passed> list = passed.getOrDefault(stream, List.of());
            return list.isEmpty() ? 0 : list.getLast().sequence();
        }
    }

    /** When the fold had passed a statement that it has passed. */
    long passedAt(StreamId stream, long sequence) {
        synchronized (passed) {
            List<Passed> list = Objects.requireNonNull(passed.get(stream), "nothing of this stream was folded");
            int low = 0;
            int high = list.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (list.get(middle).sequence() < sequence) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return list.get(low).at();
        }
    }

    /** Waits until the fold has passed a statement; whether it did in time. */
    boolean await(StreamId stream, long sequence, Duration longest) throws InterruptedException {
        long end = clock.now() + longest.toNanos();
        synchronized (passed) {
            while (sequence(stream) < sequence) {
                long left = end - clock.now();
                if (left <= 0) {
                    return false;
                }
                passed.wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
