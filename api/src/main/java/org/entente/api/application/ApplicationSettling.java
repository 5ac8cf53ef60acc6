package org.entente.api.application;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.api.node.Outcome;
import org.entente.client.MemberNode;
import org.entente.client.outbox.OutboxStatus;
import org.entente.model.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notes what approvals led to, and goes on with those that had to wait. What an officer approved is issued only if the statement stands: where the rules refused it
 * in the end, or no reader counts it, the application is open again, and says so.
 */
@Component
class ApplicationSettling {
    private static final int MOST = 500;

    private final JdbcClient database;
    private final MemberNode node;
    private final Replacing replacing;
    private final InstantSource clock;

    /** Where the next look begins: those that wait for long must not hide those behind them. */
    private long from;

    ApplicationSettling(JdbcClient database, MemberNode node, Replacing replacing, InstantSource clock) {
        this.database = database;
        this.node = node;
        this.replacing = replacing;
        this.clock = clock;
    }

    private record Open(long sequence, StatementId awaited, boolean cancelling) {}

    /** Looks at a part of what is not settled. Several instances may do it at once: each approval settles once. */
    @Scheduled(fixedDelay = 1_000)
    synchronized void settle() {
        List<Open> open = database.sql("select sequence, coalesce(statement_id, cancellation_id), statement_id is null"
                        + " from api.application"
                        + " where state = 'APPROVED' and settled_at is null and sequence > ? order by sequence limit ?")
                .param(from)
                .param(MOST)
                .query((row, number) -> new Open(
                        row.getLong(1), new StatementId(HexFormat.of().formatHex(row.getBytes(2))), row.getBoolean(3)))
                .list();
        from = open.size() < MOST ? 0 : open.getLast().sequence();
        if (open.isEmpty()) {
            return;
        }
        Map<StatementId, OutboxStatus> statuses =
                node.outbox().status(open.stream().map(Open::awaited).toList());
        for (Open one : open) {
            Optional.ofNullable(statuses.get(one.awaited()))
                    .flatMap(status -> Outcome.stands(status.progress()))
                    .ifPresent(stands -> goOn(one, stands));
        }
    }

    private void goOn(Open one, boolean stands) {
        boolean goesOn = stands && one.cancelling() && replacing.issue(one.sequence(), one.awaited());
        if (!goesOn) {
            settle(one.sequence(), one.awaited(), stands && !one.cancelling());
        }
    }

    /** The application as it stands now, its approval's outcome included. */
    Application settled(Application seen) {
        if (seen.state() != Application.State.APPROVED) {
            return seen;
        }
        Optional<StatementId> failed = seen.decision()
                .flatMap(Application.Decision::awaited)
                .filter(statement -> node.outbox()
                        .status(statement)
                        .flatMap(status -> Outcome.stands(status.progress()))
                        .filter(stands -> !stands)
                        .isPresent());
        if (failed.isEmpty()) {
            return seen;
        }
        settle(seen.sequence(), failed.get(), false);
        return seen.unissued();
    }

    private void settle(long sequence, StatementId awaited, boolean stands) {
        database.sql(
                        "update api.application set settled_at = ?, state = case when ? then state else 'UNISSUED' end,"
                                + " version = case when ? then version else version + 1 end"
                                + " where sequence = ? and coalesce(statement_id, cancellation_id) = ? and state = 'APPROVED' and settled_at is null")
                .param(Timestamp.from(clock.instant()))
                .param(stands)
                .param(stands)
                .param(sequence)
                .param(HexFormat.of().parseHex(awaited.hex()))
                .update();
    }
}
