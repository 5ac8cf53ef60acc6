package org.entente.api.credential;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.entente.api.node.Outcome;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.client.MemberNode;
import org.entente.client.outbox.OutboxStatus;
import org.entente.model.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decisions of officers that set bits. A bit is set when the statement stands on the ledger: a cancellation that the rules
 * refuse in the end must not have revoked anything.
 */
@Component
class StatusDecisions {
    private static final int MOST = 200;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final StatusEntries entries;
    private final MemberNode node;
    private final InstantSource clock;

    private record Open(StatementId statement, String subject, StatusPurpose purpose) {}

    StatusDecisions(
            JdbcClient database,
            TransactionTemplate transaction,
            StatusEntries entries,
            MemberNode node,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.entries = entries;
        this.node = node;
        this.clock = clock;
    }

    /** Notes a decision within the present transaction. */
    void add(String subject, StatusPurpose purpose, StatementId statement) {
        database.sql("insert into api.status_decision (statement_id, subject, purpose, decided_at) values (?, ?, ?, ?)")
                .param(HexFormat.of().parseHex(statement.hex()))
                .param(subject)
                .param(purpose.wire())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Sets the bits of what stands by now. Several instances may do it at once: each decision settles once. */
    @Scheduled(fixedDelay = 1_000)
    void settle() {
        for (Open open : open()) {
            Optional<Boolean> stands = node.outbox()
                    .status(open.statement())
                    .map(OutboxStatus::progress)
                    .flatMap(Outcome::stands);
            stands.ifPresent(decided -> transaction.executeWithoutResult(status -> settle(open, decided)));
        }
    }

    private List<Open> open() {
        return database.sql("select statement_id, subject, purpose from api.status_decision"
                        + " where settled_at is null order by decided_at limit ?")
                .param(MOST)
                .query((row, number) -> new Open(
                        new StatementId(HexFormat.of().formatHex(row.getBytes(1))),
                        row.getString(2),
                        StatusPurpose.ofWire(row.getString(3)).orElseThrow()))
                .list();
    }

    private void settle(Open open, boolean stands) {
        int settled = database.sql("update api.status_decision set settled_at = ?, stands = ?"
                        + " where statement_id = ? and settled_at is null")
                .param(Timestamp.from(clock.instant()))
                .param(stands)
                .param(HexFormat.of().parseHex(open.statement().hex()))
                .update();
        if (settled > 0 && stands) {
            entries.set(open.subject(), open.purpose(), clock.instant());
        }
    }
}
