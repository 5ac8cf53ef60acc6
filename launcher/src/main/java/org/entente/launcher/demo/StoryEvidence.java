package org.entente.launcher.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.InclusionProof;
import org.entente.model.evidence.LedgerRecord;
import org.entente.model.evidence.PublishedKey;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.Batch;
import org.entente.model.statement.MerkleTree;
import org.entente.model.statement.SealedStatement;

/** Every statement about a subject with its proof, read from the evidence tables of one member. */
final class StoryEvidence implements AutoCloseable {
    private static final String STATEMENTS = "select s.batch_index, v.value, e.collection, e.key_hash, e.value_hash,"
            + " t.block, t.tx_index, t.tx_id, t.tx_seconds, t.tx_nanos, t.chaincode, t.envelope, b.previous_hash, b.data_hash"
            + " from statement s join evidence e on e.id = s.evidence_id"
            + " join evidence_value v on v.evidence_id = e.id"
            + " join ledger_transaction t on t.block = e.block and t.tx_index = e.tx_index"
            + " join block b on b.number = e.block where s.subject = ? order by s.block, s.tx_index, s.batch_index";
    private static final String KEYS = "select value, block, tx_index, tx_id from public_record where accepted"
            + " and key = ? and (block, tx_index) < (?, ?) order by block desc, tx_index desc, ordinal desc limit 1";

    private final Connection connection;

    StoryEvidence(MemberDatabase database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.role(), database.password());
    }

    List<EvidenceEntry> about(String subject) throws SQLException {
        List<EvidenceEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STATEMENTS)) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    private EvidenceEntry entry(ResultSet row) throws SQLException {
        int index = row.getInt("batch_index");
        Batch batch = accepted(Batch.parse(row.getBytes("value")));
        List<Digest> leaves =
                batch.statements().stream().map(SealedStatement::digest).toList();
        Position at = new Position(row.getLong("block"), row.getInt("tx_index"), 0);
        return new EvidenceEntry(
                batch.statements().get(index),
                new InclusionProof(index, MerkleTree.path(leaves, index)),
                batch.header(),
                batch.signature(),
                key(batch.header().stream().author(), batch.header().keyId(), at),
                ledger(row, at));
    }

    private static LedgerRecord ledger(ResultSet row, Position at) throws SQLException {
        return new LedgerRecord(
                NodeSettings.NAMES.channel(),
                row.getString("chaincode"),
                at,
                new Digest(row.getString("tx_id")),
                Instant.ofEpochSecond(row.getLong("tx_seconds"), row.getInt("tx_nanos")),
                row.getString("collection"),
                Digest.ofRaw(row.getBytes("key_hash")),
                Digest.ofRaw(row.getBytes("value_hash")),
                Digest.ofRaw(row.getBytes("previous_hash")),
                Digest.ofRaw(row.getBytes("data_hash")),
                row.getBytes("envelope"));
    }

    private PublishedKey key(MemberId author, String keyId, Position before) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setString(1, PublicRecords.keysKey(author));
            select.setLong(2, before.block());
            select.setInt(3, before.transaction());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotAsExpected(author + " had published no keys before " + before);
                }
                MemberKeys keys = accepted(PublicRecords.readKeys(row.getBytes(1)));
                VerificationKey key = keys.key(keyId)
                        .orElseThrow(() -> new NotAsExpected(author + " had not published the key " + keyId));
                return new PublishedKey(
                        key, new Position(row.getLong(2), row.getInt(3), 0), new Digest(row.getString(4)));
            }
        }
    }

    private static <T> T accepted(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value, var remarks) -> value;
            case Checked.Rejected<T>(var findings) ->
                throw new NotAsExpected("stored evidence is damaged: " + findings);
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
