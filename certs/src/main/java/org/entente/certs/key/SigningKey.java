package org.entente.certs.key;

import java.security.PublicKey;

/**
 * A key pair that signs: on P-256, or Ed25519 for credentials alone. The private half may stand in this process ({@link SoftwareKey}) or behind an HSM: whoever
 * has an HSM implements this interface over its driver, and nothing else changes. Safe for use by many threads.
 */
public interface SigningKey {
    /**
     * The name of the key, the same everywhere it appears.
     *
     * @return the first 32 characters of the lower-case hex SHA-256 of {@link #publicKeySpki()}
     */
    default String keyId() {
        return EcdsaP256.keyId(publicKeySpki());
    }

    /**
     * With which algorithm it signs.
     *
     * @return the algorithm of the public half
     */
    default KeyAlgorithm algorithm() {
        return KeyAlgorithm.ofSpki(publicKeySpki())
                .orElseThrow(() -> new IllegalStateException("neither a P-256 nor an Ed25519 key"));
    }

    /**
     * The public half.
     *
     * @return a key of the algorithm
     */
    PublicKey publicKey();

    /**
     * The public half as bytes.
     *
     * @return SubjectPublicKeyInfo, DER: 91 bytes with an uncompressed point (RFC 5480), or 44 bytes (RFC 8410)
     */
    byte[] publicKeySpki();

    /**
     * Signs, on P-256 with ECDSA over SHA-256 of the data. An HSM that does not answer throws an unchecked exception, and nothing
     * counts as signed.
     *
     * @param data what to sign, not its hash
     * @return on P-256 ASN.1 DER (RFC 3279, 2.2.3) with s in the lower half of the order, as Fabric demands; of Ed25519 the
     *     64 bytes of RFC 8032
     */
    byte[] sign(byte[] data);
}
