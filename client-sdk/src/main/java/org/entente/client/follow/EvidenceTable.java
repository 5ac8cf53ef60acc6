package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.client.database.SafeText;
import org.entente.client.database.SqlArrays;
import org.entente.client.ledger.DecodedBlock;
import org.entente.client.ledger.Incident;
import org.entente.client.ledger.PrivateWrite;
import org.entente.client.ledger.PublicWrite;
import org.entente.client.ledger.TransactionFacts;

/** Writes what blocks hold into the append-only tables. */
final class EvidenceTable {
    private static final String BLOCK =
            "insert into block (number, previous_hash, data_hash, received_at)" + " values (?, ?, ?, ?)";
    private static final String PUBLIC = "insert into public_record (block, tx_index, ordinal, tx_id, creator, key,"
            + " value, accepted) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TRANSACTION = "insert into ledger_transaction (block, tx_index, tx_id, tx_seconds,"
            + " tx_nanos, chaincode, creator, endorsers, envelope, received_at, off_clock)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (block, tx_index) do nothing";
    private static final String EVIDENCE = "insert into evidence (id, block, tx_index, ordinal, collection, kind,"
            + " key_hash, value_hash, writes_in_collection) values (?, ?, ?, ?, ?, cast(? as \"char\"), ?, ?, ?)";
    private static final String VALUE = "insert into evidence_value (evidence_id, value, received_at) values (?, ?, ?)";
    private static final String MISSING =
            "insert into missing (evidence_id, block, collection, since, next_ask)" + " values (?, ?, ?, ?, now())";
    private static final String INCIDENT =
            "insert into incident (block, tx_index, code, detail, tx_id, seen_at)" + " values (?, ?, ?, ?, ?, ?)";
    private static final String LAST_ID = "select coalesce(max(id), 0) from evidence";

    private final Connection connection;
    private final Timestamp now;

    EvidenceTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = Timestamp.from(now);
    }

    static long lastId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_ID);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void addBlocks(List<DecodedBlock> blocks) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BLOCK)) {
            for (DecodedBlock block : blocks) {
                insert.setLong(1, block.number());
                insert.setBytes(2, block.previousHash());
                insert.setBytes(3, block.dataHash());
                insert.setTimestamp(4, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void addPublic(PublicWrite write, boolean accepted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUBLIC)) {
            insert.setLong(1, write.at().block());
            insert.setInt(2, write.at().transaction());
            insert.setInt(3, write.ordinal());
            insert.setString(4, SafeText.of(write.transactionId()));
            insert.setString(5, SafeText.of(write.creatorMsp()));
            insert.setString(6, SafeText.of(write.key()));
            insert.setBytes(7, write.value());
            insert.setBoolean(8, accepted);
            insert.executeUpdate();
        }
    }

    /** Adds writes under consecutive ids. */
    void addWrites(List<StoredWrite> writes) throws SQLException {
        try (PreparedStatement transactions = connection.prepareStatement(TRANSACTION);
                PreparedStatement evidence = connection.prepareStatement(EVIDENCE);
                PreparedStatement values = connection.prepareStatement(VALUE);
                PreparedStatement missing = connection.prepareStatement(MISSING)) {
            for (StoredWrite write : writes) {
                bindTransaction(transactions, write);
                transactions.addBatch();
                bindEvidence(evidence, write);
                evidence.addBatch();
                if (write.write().value().isPresent()) {
                    values.setLong(1, write.evidenceId());
                    values.setBytes(2, write.write().value().get());
                    values.setTimestamp(3, now);
                    values.addBatch();
                } else if (!write.write().isHead()) {
                    missing.setLong(1, write.evidenceId());
                    missing.setLong(2, write.write().transaction().at().block());
                    missing.setString(3, write.write().stream().collection());
                    missing.setTimestamp(4, now);
                    missing.addBatch();
                }
            }
            transactions.executeBatch();
            evidence.executeBatch();
            values.executeBatch();
            missing.executeBatch();
        }
    }

    private void bindTransaction(PreparedStatement insert, StoredWrite write) throws SQLException {
        TransactionFacts facts = write.write().transaction();
        Instant said = facts.timestamp();
        List<String> endorsers = new ArrayList<>();
        facts.endorserMsps().stream().sorted().map(SafeText::of).forEach(endorsers::add);
        insert.setLong(1, facts.at().block());
        insert.setInt(2, facts.at().transaction());
        insert.setString(3, SafeText.of(facts.transactionId()));
        insert.setLong(4, said.getEpochSecond());
        insert.setInt(5, said.getNano());
        insert.setString(6, SafeText.of(facts.chaincode()));
        insert.setString(7, SafeText.of(facts.creatorMsp()));
        insert.setArray(8, SqlArrays.texts(connection, List.copyOf(endorsers)));
        insert.setBytes(9, facts.envelope());
        insert.setTimestamp(10, now);
        insert.setBoolean(11, write.offClock());
    }

    private static void bindEvidence(PreparedStatement insert, StoredWrite write) throws SQLException {
        PrivateWrite value = write.write();
        insert.setLong(1, write.evidenceId());
        insert.setLong(2, value.transaction().at().block());
        insert.setInt(3, value.transaction().at().transaction());
        insert.setInt(4, value.ordinal());
        insert.setString(5, value.stream().collection());
        insert.setString(6, value.isHead() ? "H" : "B");
        insert.setBytes(7, value.keyHash().raw());
        insert.setBytes(8, value.valueHash().raw());
        insert.setInt(9, value.writesInCollection());
    }

    void addIncidents(List<Incident> incidents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INCIDENT)) {
            for (Incident incident : incidents) {
                insert.setLong(1, incident.at().block());
                insert.setInt(2, incident.at().transaction());
                insert.setString(3, incident.code().name());
                insert.setString(4, SafeText.of(incident.detail()));
                insert.setString(5, SafeText.of(incident.transactionId()));
                insert.setTimestamp(6, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
