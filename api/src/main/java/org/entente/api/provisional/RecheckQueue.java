package org.entente.api.provisional;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.api.provisional.ProvisionalDecision.Decision;
import org.entente.api.provisional.ProvisionalDecision.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which open decisions are to be checked again. Whoever takes one holds it from the same moment until it is checked, so that
 * several instances never take the same one; one whose instance dies is taken again when the hold has ended.
 */
@Repository
class RecheckQueue {
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(2);

    private final JdbcClient database;

    RecheckQueue(JdbcClient database) {
        this.database = database;
    }

    /** A decision that this instance checks now. */
    record Taken(
            UUID id, Decision decision, String certificate, byte[] content, Instant presentedAt, Instant heldUntil) {}

    /**
     * Takes decisions whose time has come, or that the ledger may have news of. Each check by time doubles the wait, from
     * 2 seconds to 5 minutes. After news they are looked at once more soon: the fold may be a little behind the ledger.
     */
    List<Taken> take(Instant now, Duration held, long nextBlock, int most) {
        Timestamp moment = Timestamp.from(now);
        return database.sql("update api.provisional_decision set checked_at = ?, held_until = ?, checked_block = ?,"
                        + " checks = checks + case when next_check_at <= ? then 1 else 0 end,"
                        + " next_check_at = case when next_check_at <= ?"
                        + " then ?::timestamptz + least(300, power(2, least(checks, 10) + 1)) * interval '1 second'"
                        + " else least(next_check_at, ?::timestamptz + interval '10 seconds') end"
                        + " where id in (select id from api.provisional_decision where state = 'OPEN'"
                        + " and closed_at is null and (held_until is null or held_until <= ?)"
                        + " and (next_check_at <= ? or (checked_block < ? and checked_at <= ?))"
                        + " order by checked_at limit ? for update skip locked)"
                        + " returning id, decision, certificate, content, presented_at, held_until")
                .param(moment)
                .param(Timestamp.from(now.plus(held)))
                .param(nextBlock)
                .param(moment)
                .param(moment)
                .param(moment)
                .param(moment)
                .param(moment)
                .param(moment)
                .param(nextBlock)
                .param(Timestamp.from(now.minus(BETWEEN_NEWS)))
                .param(most)
                .query((row, number) -> new Taken(
                        row.getObject(1, UUID.class),
                        Decision.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getBytes(4),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    /** It may be taken again when its time comes. Whoever held it for too long has nothing to release. */
    void release(Taken taken) {
        database.sql("update api.provisional_decision set held_until = null where id = ? and held_until = ?")
                .param(taken.id())
                .param(Timestamp.from(taken.heldUntil()))
                .update();
    }

    /** False if it was settled or closed in the meantime. */
    boolean settle(UUID id, State state, byte[] because, Instant now) {
        return database.sql("update api.provisional_decision set state = ?, settled_at = ?, settled_because = ?,"
                                + " version = version + 1 where id = ? and state = 'OPEN' and closed_at is null")
                        .param(state.name())
                        .param(Timestamp.from(now))
                        .param(because)
                        .param(id)
                        .update()
                == 1;
    }

    /** Forgets what was presented for decisions that were settled before a moment. */
    void forget(Instant settledBefore) {
        database.sql("update api.provisional_decision set content = null"
                        + " where content is not null and settled_at < ?")
                .param(Timestamp.from(settledBefore))
                .update();
    }
}
