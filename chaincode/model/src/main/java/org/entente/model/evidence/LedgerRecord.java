package org.entente.model.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;

/**
 * What the ledger holds of a batch: hashes, signed by the author's nodes. It reveals no other statement, since the key
 * whose hash stands there is {@code batch/} and the SHA-256 of the signed header.
 *
 * @param channel the channel's name
 * @param chaincode the chaincode that was invoked
 * @param at block and transaction; the index is 0
 * @param transactionId the Fabric transaction id
 * @param timestamp the transaction's, as the author's client chose it
 * @param collection the private data collection that was written
 * @param keyHash SHA-256 of the key
 * @param valueHash SHA-256 of the batch
 * @param previousHash of the block's header
 * @param dataHash of the block's header
 * @param envelope the whole transaction as it stands in the block: public data; must not be changed
 */
public record LedgerRecord(
        String channel,
        String chaincode,
        Position at,
        Digest transactionId,
        Instant timestamp,
        String collection,
        Digest keyHash,
        Digest valueHash,
        Digest previousHash,
        Digest dataHash,
        byte[] envelope) {
    /** The longest name of a channel, chaincode or collection in UTF-16 units. */
    public static final int MAX_NAME_LENGTH = 250;

    /** The longest envelope in bytes: four times what a batch leaves on the ledger. */
    public static final int MAX_ENVELOPE_BYTES = 64 * 1024;

    /** Refuses blank and over-long parts and times outside the years 1 to 9999 with {@link IllegalArgumentException}. */
    public LedgerRecord {
        if (isNoName(channel) || isNoName(chaincode) || isNoName(collection)) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        if (envelope.length == 0 || envelope.length > MAX_ENVELOPE_BYTES) {
            throw new IllegalArgumentException("an envelope has 1 to " + MAX_ENVELOPE_BYTES + " bytes");
        }
        if (at.index() != 0) {
            throw new IllegalArgumentException("a transaction has no index in a batch");
        }
        UtcTime.check(timestamp);
    }

    private static boolean isNoName(String text) {
        return text.isBlank() || text.length() > MAX_NAME_LENGTH;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerRecord that
                && channel.equals(that.channel)
                && chaincode.equals(that.chaincode)
                && at.equals(that.at)
                && transactionId.equals(that.transactionId)
                && timestamp.equals(that.timestamp)
                && collection.equals(that.collection)
                && keyHash.equals(that.keyHash)
                && valueHash.equals(that.valueHash)
                && previousHash.equals(that.previousHash)
                && dataHash.equals(that.dataHash)
                && Arrays.equals(envelope, that.envelope);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, transactionId, keyHash);
    }
}
