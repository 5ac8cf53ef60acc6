package org.entente.api.provisional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.provisional.ProvisionalDecision.Decision;
import org.entente.api.provisional.ProvisionalDecision.State;
import org.entente.api.verification.Rechecking;
import org.entente.api.verification.UncheckedStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The member's provisional decisions. */
@Repository
public class ProvisionalStore {
    private static final String SELECT = "select id, version, decision, reason, certificate, because, decided_by,"
            + " decided_at, state, settled_at, settled_because, checks, checked_at, next_check_at, closed_by, closed_at,"
            + " remark, sequence from api.provisional_decision where ";

    private final JdbcClient database;
    private final Rechecking rechecking;

    ProvisionalStore(JdbcClient database, Rechecking rechecking) {
        this.database = database;
        this.rechecking = rechecking;
    }

    /**
     * A decision in its list.
     *
     * @param sequence orders the list
     * @param decision what is known of it
     */
    public record Listed(long sequence, ProvisionalDecision decision) {}

    /**
     * Decisions, newest first.
     *
     * @param state only these, or all
     * @param closed only closed ones, only others, or all
     * @param before only those with a smaller sequence
     * @param most how many at most
     * @return in falling order
     */
    public List<Listed> list(Optional<State> state, Optional<Boolean> closed, long before, int most) {
        return database.sql(SELECT + "(?::text is null or state = ?) and (?::boolean is null"
                        + " or (closed_at is not null) = ?) and sequence < ? order by sequence desc limit ?")
                .param(state.map(Enum::name).orElse(null))
                .param(state.map(Enum::name).orElse(null))
                .param(closed.orElse(null))
                .param(closed.orElse(null))
                .param(before)
                .param(most)
                .query((row, number) -> new Listed(row.getLong(18), decision(row)))
                .list();
    }

    /**
     * One decision.
     *
     * @param id which
     * @return the decision
     */
    public Optional<ProvisionalDecision> find(UUID id) {
        return database.sql(SELECT + "id = ?")
                .param(id)
                .query((row, number) -> decision(row))
                .optional();
    }

    /** Within the present transaction; false if that check is decided already. */
    boolean add(UncheckedStore.Unchecked check, ProvisionalForm.Decided decided, String officer, Instant now) {
        return database.sql("insert into api.provisional_decision (id, decision, reason, certificate, because,"
                                + " decided_by, decided_at, content, presented_at, checked_at, next_check_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                        .param(check.id())
                        .param(decided.decision().name())
                        .param(decided.reason())
                        .param(check.certificate())
                        .param(check.reasons())
                        .param(officer)
                        .param(Timestamp.from(now))
                        .param(check.content())
                        .param(Timestamp.from(check.madeAt()))
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Within the present transaction; what was presented is forgotten. False if somebody was faster. */
    boolean close(UUID id, long version, String officer, Optional<String> remark, Instant now) {
        return database.sql("update api.provisional_decision set closed_by = ?, closed_at = ?, remark = ?,"
                                + " content = null, version = version + 1"
                                + " where id = ? and version = ? and closed_at is null")
                        .param(officer)
                        .param(Timestamp.from(now))
                        .param(remark.orElse(null))
                        .param(id)
                        .param(version)
                        .update()
                == 1;
    }

    private ProvisionalDecision decision(ResultSet row) throws SQLException {
        String certificate = row.getString(5);
        byte[] settled = row.getBytes(11);
        State state = State.valueOf(row.getString(9));
        Instant closedAt = moment(row.getTimestamp(16));
        return new ProvisionalDecision(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Decision.valueOf(row.getString(3)),
                row.getString(4),
                certificate.isEmpty() ? null : certificate,
                rechecking.reasons(row.getBytes(6)),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                state,
                moment(row.getTimestamp(10)),
                settled == null ? null : rechecking.reasons(settled),
                row.getInt(12),
                row.getTimestamp(13).toInstant(),
                state == State.OPEN && closedAt == null ? row.getTimestamp(14).toInstant() : null,
                row.getString(15),
                closedAt,
                row.getString(17));
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
