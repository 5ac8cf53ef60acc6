package org.entente.certs.credential.verify;

import java.time.Instant;
import java.util.Optional;
import org.entente.model.ledger.Digest;

/**
 * Where a verifier keeps status lists. Whoever implements it over a network guards against addresses inside its own: only
 * lists on the host of a trusted issuer are ever asked for.
 */
@FunctionalInterface
public interface StatusLists {
    /** Has none. */
    StatusLists NONE = address -> Optional.empty();

    /**
     * The newest copy of a list.
     *
     * @param address where the issuer publishes it
     * @return the copy; empty if there is none at hand
     */
    Optional<Copy> newest(String address);

    /**
     * A secured status list as it was fetched. What was found about it is remembered by its bytes.
     */
    final class Copy {
        private final byte[] secured;
        private final Instant retrievedAt;
        private final Digest digest;

        /**
         * A copy.
         *
         * @param secured a compact JWS in ASCII, or JSON with a proof
         * @param retrievedAt when it was fetched, by the verifier's own clock
         */
        public Copy(byte[] secured, Instant retrievedAt) {
            this.secured = secured.clone();
            this.retrievedAt = retrievedAt;
            this.digest = Digest.of(this.secured);
        }

        Digest digest() {
            return digest;
        }

        byte[] secured() {
            return secured;
        }

        Instant retrievedAt() {
            return retrievedAt;
        }
    }
}
