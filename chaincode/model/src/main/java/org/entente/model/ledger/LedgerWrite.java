package org.entente.model.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One private value that a VALID transaction wrote, with everything that the ledger and not the value says about it. A
 * follower makes it from a block and hands it to the checks of architecture rule 5.
 *
 * @param at block and transaction; the index is 0
 * @param transactionId the Fabric transaction id, 64 hexadecimal digits
 * @param timestamp the author's transaction timestamp, as the author's client chose it
 * @param chaincode the chaincode that was invoked
 * @param creatorMsp MSP id of the identity that signed the transaction
 * @param endorserMsps MSP ids of all endorsers
 * @param collection the private data collection written
 * @param keyHash SHA-256 of the key written
 * @param valueHash SHA-256 of the value written, as it stands in the block
 * @param writesInCollection how many keys of the collection the transaction wrote
 * @param value the private bytes; whoever supplied them, they count only if they fit {@code valueHash}
 */
public record LedgerWrite(
        Position at,
        String transactionId,
        Instant timestamp,
        String chaincode,
        String creatorMsp,
        Set<String> endorserMsps,
        String collection,
        Digest keyHash,
        Digest valueHash,
        int writesInCollection,
        byte[] value) {
    /** Keeps an unmodifiable copy of the endorsers. The value's bytes are not copied and must not be changed. */
    public LedgerWrite {
        endorserMsps = Set.copyOf(endorserMsps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerWrite that
                && at.equals(that.at)
                && collection.equals(that.collection)
                && keyHash.equals(that.keyHash)
                && valueHash.equals(that.valueHash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, collection, keyHash, valueHash);
    }
}
