package org.entente.api.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions in a year in which no running instance looks for them. */
class RecheckQueueTest {
    private static final Api CN = Stage.shared().cn();
    private static final Instant THEN = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration HELD = Duration.ofMinutes(5);
    private static final long NO_NEWS = 0;

    private final RecheckQueue queue = CN.part(RecheckQueue.class);
    private final UUID id = open();

    private static JdbcClient database() {
        return CN.part(JdbcClient.class);
    }

    private static UUID open() {
        UUID id = UUID.randomUUID();
        database()
                .sql("insert into api.provisional_decision (id, decision, reason, certificate, because, decided_by,"
                        + " decided_at, content, presented_at, checked_at, checked_block, next_check_at)"
                        + " values (?, 'HELD', '', '', '', 'queue-officer', ?, '\\x5b5d', ?, ?, ?, ?)")
                .param(id)
                .params(Timestamp.from(THEN), Timestamp.from(THEN.minusSeconds(60)), Timestamp.from(THEN))
                .param(Long.MAX_VALUE)
                .param(Timestamp.from(THEN))
                .update();
        return id;
    }

    @AfterEach
    void remove() {
        database()
                .sql("delete from api.provisional_decision where decided_by = 'queue-officer'")
                .update();
    }

    private Optional<RecheckQueue.Taken> taken(Instant now) {
        return queue.take(now, HELD, NO_NEWS, 1_000).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    @Test
    void what_one_instance_checks_no_other_takes_however_long_that_lasts_and_whatever_news_there_is() {
        RecheckQueue.Taken first = taken(THEN).orElseThrow();
        assertThat(first.presentedAt()).isEqualTo(THEN.minusSeconds(60));
        assertThat(first.heldUntil()).isEqualTo(THEN.plus(HELD));
        database()
                .sql("update api.provisional_decision set checked_block = 0 where id = ?")
                .param(id)
                .update();
        for (Duration later : List.of(Duration.ZERO, Duration.ofSeconds(4), HELD.minusMillis(1))) {
            assertThat(queue.take(THEN.plus(later), HELD, 1, 1_000))
                    .noneMatch(each -> each.id().equals(id));
        }
        assertThat(taken(THEN.plus(HELD))).isPresent();
    }

    @Test
    void what_is_released_is_taken_when_its_time_comes() {
        queue.release(taken(THEN).orElseThrow());
        assertThat(taken(THEN.plusMillis(1_999))).isEmpty();
        assertThat(taken(THEN.plusSeconds(2))).isPresent();
    }

    @Test
    void who_held_it_for_too_long_does_not_release_it_from_the_next() {
        RecheckQueue.Taken slow = taken(THEN).orElseThrow();
        assertThat(taken(THEN.plus(HELD))).isPresent();
        queue.release(slow);
        assertThat(taken(THEN.plus(HELD).plusSeconds(60))).isEmpty();
    }

    @Test
    void what_was_presented_is_kept_for_the_days_of_the_settings_after_it_was_settled() {
        UUID kept = open();
        for (UUID each : List.of(id, kept)) {
            Instant settledAt = Instant.now().minus(Duration.ofDays(2)).plusSeconds(each.equals(id) ? -60 : 60);
            assertThat(queue.settle(each, ProvisionalDecision.State.CONFIRMED, new byte[0], settledAt))
                    .isTrue();
        }
        try (Api instance = Stage.shared().start("CN", "--entente.verification.keep-days=2")) {
            instance.part(Recheck.class).forget();
        }
        assertThat(database()
                        .sql("select id from api.provisional_decision"
                                + " where decided_by = 'queue-officer' and content is not null")
                        .query(UUID.class)
                        .list())
                .containsExactly(kept);
    }
}
