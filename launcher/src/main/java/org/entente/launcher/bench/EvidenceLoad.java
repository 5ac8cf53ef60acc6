package org.entente.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.model.ledger.LedgerWrite;

/** Puts a ledger into a node's evidence tables, as its follower would have done block by block. */
final class EvidenceLoad {
    private static final int ROWS = 16;

    private EvidenceLoad() {}

    static void load(Connection connection, SampleLedger ledger) throws SQLException, IOException {
        connection.setAutoCommit(false);
        records(connection, ledger.publicRecords());
        AtomicLong last = new AtomicLong();
        try (PreparedStatement transaction = connection.prepareStatement(
                        "insert into ledger_transaction (block, tx_index, tx_id, tx_seconds, tx_nanos, chaincode, creator,"
                                + " endorsers, envelope, received_at, off_clock) values (?, 0, ?, ?, 0, ?, ?, ?, ?, ?, false)");
                PreparedStatement evidence = connection.prepareStatement(
                        "insert into evidence (id, block, tx_index, ordinal, collection, kind, key_hash, value_hash,"
                                + " writes_in_collection) values (?, ?, 0, 0, ?, 'B', ?, ?, ?)");
                PreparedStatement value = connection.prepareStatement(
                        "insert into evidence_value (evidence_id, value, received_at) values (?, ?, ?)")) {
            ledger.read(write -> {
                try {
                    add(connection, transaction, write);
                    add(evidence, value, last.incrementAndGet(), write);
                    if (last.get() % ROWS == 0) {
                        connection.commit();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException("the evidence is not taken", e);
                }
            });
        }
        connection.commit();
    }

    private static void records(Connection connection, Map<String, byte[]> records) throws SQLException {
        int ordinal = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into public_record (block, tx_index, ordinal, tx_id, creator, key, value, accepted)"
                        + " values (0, 0, ?, 'sample', 'AU', ?, ?, true)")) {
            for (Map.Entry<String, byte[]> each : records.entrySet()) {
                insert.setInt(1, ordinal++);
                insert.setString(2, each.getKey());
                insert.setBytes(3, each.getValue());
                insert.executeUpdate();
            }
        }
    }

    private static void add(Connection connection, PreparedStatement transaction, LedgerWrite write)
            throws SQLException {
        transaction.setLong(1, write.at().block());
        transaction.setString(2, write.transactionId());
        transaction.setLong(3, write.timestamp().getEpochSecond());
        transaction.setString(4, write.chaincode());
        transaction.setString(5, write.creatorMsp());
        transaction.setArray(
                6, connection.createArrayOf("text", write.endorserMsps().toArray()));
        transaction.setBytes(7, new byte[0]);
        transaction.setTimestamp(8, Timestamp.from(Instant.now()));
        transaction.executeUpdate();
    }

    private static void add(PreparedStatement evidence, PreparedStatement value, long id, LedgerWrite write)
            throws SQLException {
        evidence.setLong(1, id);
        evidence.setLong(2, write.at().block());
        evidence.setString(3, write.collection());
        evidence.setBytes(4, write.keyHash().raw());
        evidence.setBytes(5, write.valueHash().raw());
        evidence.setInt(6, write.writesInCollection());
        evidence.executeUpdate();
        value.setLong(1, id);
        value.setBytes(2, write.value());
        value.setTimestamp(3, Timestamp.from(Instant.now()));
        value.executeUpdate();
    }
}
