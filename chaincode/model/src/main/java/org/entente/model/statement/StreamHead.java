package org.entente.model.statement;

import org.entente.model.ledger.Digest;

/**
 * Where a stream ends.
 *
 * @param sequence of the last statement, 0 for an empty stream
 * @param digest of the last statement, {@link Digest#NONE} exactly for an empty stream
 */
public record StreamHead(long sequence, Digest digest) {
    /** An empty stream. */
    public static final StreamHead START = new StreamHead(0, Digest.NONE);

    /** Refuses a negative sequence, or a digest that does not fit it, with {@link IllegalArgumentException}. */
    public StreamHead {
        if (sequence < 0 || (sequence == 0) != digest.equals(Digest.NONE)) {
            throw new IllegalArgumentException("sequence 0 and only it has no digest");
        }
    }

    /**
     * Whether a batch starts exactly here.
     *
     * @param header the batch's header
     * @return true if it is the next in sequence and names this digest as its predecessor
     */
    public boolean continuedBy(BatchHeader header) {
        return header.firstSequence() == sequence + 1 && header.previousDigest().equals(digest);
    }
}
