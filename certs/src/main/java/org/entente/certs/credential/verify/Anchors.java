package org.entente.certs.credential.verify;

import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;

/** Shows where on the ledger a credential was named first: the one thing that a stolen key cannot back-date. */
@FunctionalInterface
public interface Anchors {
    /** Sees no ledger. */
    Anchors NONE = digest -> Optional.empty();

    /**
     * The position of the first statement of the issuer that names a credential.
     *
     * @param contentDigest SHA-256 of the credential's claims as canonical JSON
     * @return the position; empty if there is none, or no ledger at hand
     */
    Optional<Position> of(Digest contentDigest);
}
