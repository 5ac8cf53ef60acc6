package org.entente.model.trust;

import java.util.Optional;
import org.entente.model.ledger.Position;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.VerificationKey;

/**
 * A credential key that a member published.
 *
 * @param key the key with its validity
 * @param withdrawn where the member published its keys without it, or was expelled; empty while it counts. What was signed
 *     with it counts from then on only if the ledger shows that it was there before (architecture rule 12)
 */
public record TrustedKey(VerificationKey key, Optional<Position> withdrawn) {
    /** Refuses a key that signs no credentials with {@link IllegalArgumentException}. */
    public TrustedKey {
        if (!key.serves(KeyPurpose.CREDENTIAL)) {
            throw new IllegalArgumentException("a key that signs no credentials");
        }
    }
}
