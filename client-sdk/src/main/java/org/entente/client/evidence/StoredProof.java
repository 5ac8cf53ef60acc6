package org.entente.client.evidence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.InclusionProof;
import org.entente.model.evidence.LedgerRecord;
import org.entente.model.evidence.PublishedKey;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.Batch;
import org.entente.model.statement.MerkleTree;
import org.entente.model.statement.SealedStatement;

/**
 * What the database holds of one statement that stands.
 *
 * @param at block and transaction
 * @param index in the batch
 * @param channel the channel's name
 * @param chaincode the chaincode that was invoked
 * @param collection where it was written
 * @param transactionId of the transaction
 * @param timestamp of the transaction
 * @param keyHash SHA-256 of the key
 * @param valueHash SHA-256 of the batch
 * @param batch the bytes of the batch
 * @param envelope the transaction
 * @param previousHash of the block's header
 * @param dataHash of the block's header
 */
record StoredProof(
        Position at,
        int index,
        String channel,
        String chaincode,
        String collection,
        String transactionId,
        Instant timestamp,
        byte[] keyHash,
        byte[] valueHash,
        byte[] batch,
        byte[] envelope,
        byte[] previousHash,
        byte[] dataHash) {
    /** The statement with its proof; empty if what is stored does not fit together. */
    Optional<EvidenceEntry> entry(ProofRows rows) throws SQLException {
        if (!(Batch.parse(batch) instanceof Checked.Accepted<Batch>(Batch read, var remarks))
                || index >= read.statements().size()) {
            return Optional.empty();
        }
        Optional<PublishedKey> key = rows.keysBefore(read.header().stream().author(), at)
                .flatMap(published -> published
                        .keys()
                        .key(read.header().keyId())
                        .map((VerificationKey each) ->
                                new PublishedKey(each, published.at(), published.transactionId())));
        try {
            return key.map(each -> entry(read, each));
        } catch (IllegalArgumentException e) {
            // A hash of another length, an envelope longer than any that Entente writes.
            return Optional.empty();
        }
    }

    private EvidenceEntry entry(Batch read, PublishedKey key) {
        List<Digest> leaves =
                read.statements().stream().map(SealedStatement::digest).toList();
        return new EvidenceEntry(
                read.statements().get(index),
                new InclusionProof(index, MerkleTree.path(leaves, index)),
                read.header(),
                read.signature(),
                key,
                new LedgerRecord(
                        channel,
                        chaincode,
                        at,
                        new Digest(transactionId),
                        timestamp,
                        collection,
                        Digest.ofRaw(keyHash),
                        Digest.ofRaw(valueHash),
                        Digest.ofRaw(previousHash),
                        Digest.ofRaw(dataHash),
                        envelope));
    }
}
