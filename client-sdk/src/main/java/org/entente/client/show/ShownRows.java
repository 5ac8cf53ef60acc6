package org.entente.client.show;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.entente.client.database.SqlArrays;
import org.entente.client.finding.FindingBytes;
import org.entente.client.redelivery.RedeliveryCode;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the lists that are shown. The first column of each orders its list. */
final class ShownRows {
    static final String MISSING = "select m.evidence_id, e.block, e.tx_index, e.collection, e.value_hash, m.since,"
            + " m.asked, m.partner_asked, m.partner_code, m.partner_answered_at from missing m join evidence e on e.id = m.evidence_id where m.evidence_id > ?"
            + " order by m.evidence_id limit ?";
    static final String QUARANTINE = "select q.evidence_id, e.block, e.tx_index, t.tx_id, t.creator, e.collection,"
            + " q.head_moved, q.findings, v.value from quarantine q join evidence e on e.id = q.evidence_id"
            + " join ledger_transaction t using (block, tx_index) join evidence_value v on v.evidence_id = e.id"
            + " where q.evidence_id > ? order by q.evidence_id limit ?";
    static final String INCIDENTS = "select id, block, tx_index, code, detail, tx_id, seen_at from incident"
            + " where id > ? order by id limit ?";
    static final String WITHOUT_EFFECT = "select evidence_id * 10000 + batch_index + 1, author, audience, sequence,"
            + " statement_id, type, version, subject, block, tx_index, batch_index, standing, overtaken_by, findings"
            + " from statement where standing <> 'STANDS' and evidence_id * 10000 + batch_index + 1 > ?"
            + " order by evidence_id, batch_index limit ?";
    static final String NEWEST = "select 0, author, audience, sequence, statement_id, type, version, subject, block,"
            + " tx_index, batch_index, standing, overtaken_by, findings from statement"
            + " where author = ? and audience = ? and sequence < ? and type = ? and standing = 'STANDS'"
            + " order by sequence desc limit ?";
    static final String AFTER = "select 0, author, audience, sequence, statement_id, type, version, subject, block,"
            + " tx_index, batch_index, standing, overtaken_by, findings from statement"
            + " where author = ? and audience = ? and sequence > ? order by sequence limit ?";
    static final String NUMBERED = "select 0, author, audience, sequence, statement_id, type, version, subject, block,"
            + " tx_index, batch_index, standing, overtaken_by, findings from statement"
            + " where author = ? and audience = ? and sequence = any(?) order by sequence";

    private ShownRows() {}

    static MissingValue missing(ResultSet row) throws SQLException {
        return new MissingValue(
                row.getLong(1),
                new Position(row.getLong(2), row.getInt(3), 0),
                row.getString(4),
                Digest.ofRaw(row.getBytes(5)),
                row.getTimestamp(6).toInstant(),
                row.getInt(7),
                row.getInt(8),
                lastAnswer(row.getString(9), row.getTimestamp(10)));
    }

    private static Optional<MissingValue.LastAnswer> lastAnswer(@Nullable String code, @Nullable Timestamp at) {
        return code == null || at == null
                ? Optional.empty()
                : Optional.of(new MissingValue.LastAnswer(RedeliveryCode.valueOf(code), at.toInstant()));
    }

    static QuarantinedBatch quarantined(ResultSet row) throws SQLException {
        return new QuarantinedBatch(
                row.getLong(1),
                new Position(row.getLong(2), row.getInt(3), 0),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                FindingBytes.read(row.getBytes(8)),
                row.getBytes(9));
    }

    static ShownIncident incident(ResultSet row) throws SQLException {
        return new ShownIncident(
                row.getLong(1),
                new Position(row.getLong(2), row.getInt(3), 0),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant());
    }

    static ShownStatement statement(ResultSet row) throws SQLException {
        return new ShownStatement(
                new StreamId(new MemberId(row.getString(2)), new MemberId(row.getString(3))),
                row.getLong(4),
                SqlArrays.id(row.getBytes(5)),
                new StatementType(row.getString(6), row.getInt(7)),
                row.getString(8),
                new Position(row.getLong(9), row.getInt(10), row.getInt(11)),
                Standing.valueOf(row.getString(12)),
                Optional.ofNullable(row.getBytes(13)).map(SqlArrays::id),
                FindingBytes.read(row.getBytes(14)));
    }
}
