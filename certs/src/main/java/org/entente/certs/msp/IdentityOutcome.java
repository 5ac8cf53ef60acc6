package org.entente.certs.msp;

import java.security.cert.X509Certificate;
import org.entente.certs.x509.NodeRole;

/** What a member's MSP says of a certificate. */
public sealed interface IdentityOutcome {
    /**
     * The certificate speaks for the member.
     *
     * @param role as what
     * @param certificate the certificate; its key is on P-256
     */
    record Valid(NodeRole role, X509Certificate certificate) implements IdentityOutcome {
        /**
         * The key that signs for this identity.
         *
         * @return SubjectPublicKeyInfo, DER, as {@link org.entente.certs.key.EcdsaP256#verifies} takes it
         */
        public byte[] publicKeySpki() {
            return certificate.getPublicKey().getEncoded();
        }
    }

    /**
     * It does not.
     *
     * @param fault the first reason found
     */
    record Invalid(IdentityFault fault) implements IdentityOutcome {}
}
