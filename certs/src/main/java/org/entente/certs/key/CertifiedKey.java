package org.entente.certs.key;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * A key with the certificates that say whose it is.
 *
 * @param key the key
 * @param chain its certificate first, then each one's issuer
 */
public record CertifiedKey(SoftwareKey key, List<X509Certificate> chain) {
    /** Refuses an empty chain or another key's certificate with {@link IllegalArgumentException}. */
    public CertifiedKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key without a certificate");
        }
        if (!Arrays.equals(key.publicKeySpki(), chain.get(0).getPublicKey().getEncoded())) {
            throw new IllegalArgumentException("the certificate is for another key than " + key.keyId());
        }
    }

    /**
     * The key's own certificate.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.get(0);
    }
}
