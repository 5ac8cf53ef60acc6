package org.entente.certs.x509;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/** Who signed a certificate or revocation list: names match and the signature verifies (RFC 5280, 6.1.3). Never throws. */
public final class Issuance {
    private Issuance() {}

    /** What a key may be used for: its bit in the key usage extension (RFC 5280, 4.2.1.3). */
    public enum Use {
        /** Signing data. */
        DIGITAL_SIGNATURE(0),
        /** Signing certificates. */
        CERTIFICATE_SIGN(5),
        /** Signing revocation lists. */
        CRL_SIGN(6);

        private final int bit;

        Use(int bit) {
            this.bit = bit;
        }
    }

    /**
     * Whether a certificate is a CA's that may issue others.
     *
     * @param certificate the certificate
     * @return true for {@code CA:true} with leave to sign certificates
     */
    public static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0 && allows(certificate, Use.CERTIFICATE_SIGN);
    }

    /**
     * Whether a certificate's key may be used so.
     *
     * @param certificate the certificate
     * @param use the use
     * @return true as well for a certificate without a key usage extension: it may be used for anything
     */
    public static boolean allows(X509Certificate certificate, Use use) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[use.bit];
    }

    /**
     * Whether an authority signed a certificate.
     *
     * @param certificate the certificate
     * @param authority the supposed issuer
     * @return true when it did
     */
    public static boolean isSigned(X509Certificate certificate, X509Certificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Whether an authority signed a revocation list, and may.
     *
     * @param list the revocation list
     * @param authority the supposed issuer
     * @return true when it did
     */
    public static boolean isSigned(X509CRL list, X509Certificate authority) {
        if (!allows(authority, Use.CRL_SIGN)
                || !list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
