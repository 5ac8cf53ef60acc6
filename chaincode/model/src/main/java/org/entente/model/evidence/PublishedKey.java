package org.entente.model.evidence;

import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.VerificationKey;

/**
 * The key of the author that signed, and where the author published it. Validity and place are the presenter's word: what
 * makes the key count is the reader's own trust.
 *
 * @param key the key with its validity
 * @param at block and transaction of the public record {@code member/X/keys}; the index is 0
 * @param transactionId of that transaction
 */
public record PublishedKey(VerificationKey key, Position at, Digest transactionId) {
    /**
     * Refuses a position inside a batch, and a key that is not for statements, with {@link IllegalArgumentException}; what
     * else the key signs is left out.
     */
    public PublishedKey {
        if (!key.serves(KeyPurpose.STATEMENT)) {
            throw new IllegalArgumentException("a key that signs no statements");
        }
        key = VerificationKey.forStatements(key.keyId(), key.spki(), key.validFrom(), key.validUntil());
        if (at.index() != 0) {
            throw new IllegalArgumentException("a key is published by a transaction");
        }
    }
}
