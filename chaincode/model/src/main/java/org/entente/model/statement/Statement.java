package org.entente.model.statement;

import org.entente.model.ledger.Digest;

/**
 * A statement in its place in the stream.
 *
 * @param draft what is said
 * @param sequence its number in the stream, from 1 without gaps
 * @param previousDigest digest of the statement before; {@link Digest#NONE} exactly for the first
 */
public record Statement(StatementDraft draft, long sequence, Digest previousDigest) {
    /** Refuses a sequence below 1, or a first statement with a predecessor, with {@link IllegalArgumentException}. */
    public Statement {
        if (sequence < 1 || (sequence == 1) != previousDigest.equals(Digest.NONE)) {
            throw new IllegalArgumentException("sequence 1 and only it has no predecessor: " + sequence);
        }
    }
}
