package org.entente.client.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.client.database.SqlArrays;
import org.entente.client.finding.FindingBytes;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/** Reads how far requests have come: from their place, their batch and the fold, in one look. */
public final class ProgressTable {
    /** The columns and joins that {@link #status} reads; a condition on {@code o} or {@code p} follows. */
    public static final String SELECT =
            "select o.id as outbox_id, o.statement_id, o.audience, o.accepted_at, p.state, p.sequence, p.code, p.findings,"
                    + " p.overtaken_by, b.state as batch_state, b.block as batch_block, s.block, s.tx_index,"
                    + " s.batch_index, s.standing, s.overtaken_by as fold_overtaken_by, s.findings as fold_findings,"
                    + " q.findings as quarantine_findings"
                    + " from outbox o join outbox_place p on p.outbox_id = o.id"
                    + " left join dispatch_batch b on b.id = p.batch_id"
                    + " left join statement s on s.statement_id = o.statement_id and s.content is not null"
                    + " and s.author = ? and s.audience = o.audience"
                    // By transaction and not by key: a batch that was tampered with may stand under another.
                    + " left join lateral (select q.findings from dispatch_attempt a"
                    + " join ledger_transaction t on t.tx_id = a.tx_id join evidence e using (block, tx_index)"
                    + " join quarantine q on q.evidence_id = e.id where a.batch_id = b.id order by e.id limit 1) q"
                    + " on b.state = 'C' and s.sequence is null ";

    private ProgressTable() {}

    static Map<StatementId, OutboxStatus> read(Connection connection, MemberId self, List<StatementId> ids)
            throws SQLException {
        Map<StatementId, OutboxStatus> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where o.statement_id = any(?)")) {
            select.setString(1, self.value());
            select.setArray(2, SqlArrays.ids(connection, ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OutboxStatus status = status(row, self);
                    found.put(status.receipt().id(), status);
                }
            }
        }
        return found;
    }

    /**
     * Reads one row of {@link #SELECT}.
     *
     * @param row the row
     * @param self the member
     * @return its status
     * @throws SQLException if the database fails
     */
    public static OutboxStatus status(ResultSet row, MemberId self) throws SQLException {
        Receipt receipt = new Receipt(
                SqlArrays.id(row.getBytes("statement_id")),
                new StreamId(self, new MemberId(row.getString("audience"))),
                row.getTimestamp("accepted_at").toInstant());
        return new OutboxStatus(receipt, progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        if (row.getString("standing") != null) {
            return new Progress.Final(
                    new Position(row.getLong("block"), row.getInt("tx_index"), row.getInt("batch_index")),
                    Standing.valueOf(row.getString("standing")),
                    Optional.ofNullable(row.getBytes("fold_overtaken_by")).map(SqlArrays::id),
                    FindingBytes.read(row.getBytes("fold_findings")));
        }
        return switch (row.getString("state")) {
            case "R" -> new Progress.Refused(FindingBytes.read(row.getBytes("findings")));
            case "O" ->
                new Progress.Overtaken(
                        SqlArrays.id(row.getBytes("overtaken_by")), FindingBytes.read(row.getBytes("findings")));
            case "B" -> inBatch(row);
            default -> new Progress.Waiting(Optional.ofNullable(row.getString("code")));
        };
    }

    private static Progress inBatch(ResultSet row) throws SQLException {
        if (!"C".equals(row.getString("batch_state"))) {
            return new Progress.InBatch(row.getLong("sequence"));
        }
        byte[] quarantined = row.getBytes("quarantine_findings");
        return quarantined == null
                ? new Progress.Committed(row.getLong("sequence"), row.getLong("batch_block"))
                : new Progress.Quarantined(row.getLong("batch_block"), FindingBytes.read(quarantined));
    }
}
