package org.entente.client.ledger;

import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.StreamId;

/**
 * One private value that a VALID transaction wrote to a stream of this member.
 *
 * @param transaction what the block says of the transaction
 * @param ordinal which write of the transaction it is, from 0
 * @param stream the stream whose collection was written
 * @param keyHash SHA-256 of the key
 * @param valueHash SHA-256 of the value; {@link Digest#NONE} for a head that was deleted or purged
 * @param writesInCollection how many keys of the collection the transaction wrote
 * @param value the bytes, if the peer has them and they have that hash; must not be changed
 */
public record PrivateWrite(
        TransactionFacts transaction,
        int ordinal,
        StreamId stream,
        Digest keyHash,
        Digest valueHash,
        int writesInCollection,
        Optional<byte[]> value) {
    private static final Digest HEAD_KEY = Digest.of("head".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    /**
     * Whether this is the stream's head rather than a batch.
     *
     * @return true if the key is {@code head}
     */
    public boolean isHead() {
        return keyHash.equals(HEAD_KEY);
    }

    /**
     * The write as the fold's checks want it.
     *
     * @param bytes the value's bytes
     * @return the write
     */
    public LedgerWrite toLedgerWrite(byte[] bytes) {
        return new LedgerWrite(
                transaction.at(),
                transaction.transactionId(),
                transaction.timestamp(),
                transaction.chaincode(),
                transaction.creatorMsp(),
                transaction.endorserMsps(),
                stream.collection(),
                keyHash,
                valueHash,
                writesInCollection,
                bytes);
    }
}
