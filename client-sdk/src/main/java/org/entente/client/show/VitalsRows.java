package org.entente.client.show;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;

/** Counts what is worth an alarm. Each question reads a small table or a partial index, however long the ledger is. */
final class VitalsRows {
    static final String FOLLOWED = "select n.next_block, b.received_at, n.caught_up from node n"
            + " left join block b on b.number = n.next_block - 1";
    // What a batch on its way holds was accepted before what waits behind it.
    private static final String WAITING = "select audience, count(*), min(accepted_at) from ("
            + " select p.audience, o.accepted_at from outbox_place p join outbox o on o.id = p.outbox_id"
            + " where p.state in ('W', 'H') union all"
            + " select p.audience, o.accepted_at from dispatch_batch b join outbox_place p on p.batch_id = b.id"
            + " join outbox o on o.id = p.outbox_id where b.state = 'P') as unacknowledged group by 1 order by 1";
    private static final String TROUBLES = "select audience, code, since from dispatch_trouble order by 1";
    private static final String FOLDED = "select author, audience, sequence from stream_state order by 1, 2";
    private static final String MISSING = "select collection, count(*), min(since) from missing group by 1 order by 1";
    private static final String QUARANTINED = "select e.collection, count(*) from quarantine q"
            + " join evidence e on e.id = q.evidence_id group by 1 order by 1";
    private static final String WITHOUT_EFFECT = "select author, audience, standing, count(*) from statement"
            + " where standing <> 'STANDS' group by 1, 2, 3 order by 1, 2, 3";
    private static final String INCIDENTS = "select code, count(*), max(seen_at) from incident group by 1 order by 1";

    private VitalsRows() {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Vitals read(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Followed followed = all(connection, FOLLOWED, VitalsRows::followed).getFirst();
        return new Vitals(
                followed,
                all(connection, FOLLOWED, row -> row.getBoolean(3)).getFirst(),
                all(
                        connection,
                        WAITING,
                        row -> new Vitals.Waiting(new MemberId(row.getString(1)), row.getLong(2), instant(row, 3))),
                all(
                        connection,
                        TROUBLES,
                        row -> new Vitals.Trouble(new MemberId(row.getString(1)), row.getString(2), instant(row, 3))),
                all(connection, FOLDED, row -> new Vitals.Folded(stream(row), row.getLong(3))),
                all(connection, MISSING, row -> new Vitals.Missing(row.getString(1), row.getLong(2), instant(row, 3))),
                all(connection, QUARANTINED, row -> new Vitals.Quarantined(row.getString(1), row.getLong(2))),
                all(
                        connection,
                        WITHOUT_EFFECT,
                        row -> new Vitals.WithoutEffect(
                                stream(row), Standing.valueOf(row.getString(3)), row.getLong(4))),
                all(
                        connection,
                        INCIDENTS,
                        row -> new Vitals.Incidents(row.getString(1), row.getLong(2), instant(row, 3))));
    }

    private static <T> List<T> all(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        List<T> items = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(reader.read(row));
            }
        }
        return items;
    }

    static Followed followed(ResultSet row) throws SQLException {
        Optional<Timestamp> receivedAt = Optional.ofNullable(row.getTimestamp(2));
        return new Followed(row.getLong(1), receivedAt.map(Timestamp::toInstant));
    }

    private static StreamId stream(ResultSet row) throws SQLException {
        return new StreamId(new MemberId(row.getString(1)), new MemberId(row.getString(2)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
