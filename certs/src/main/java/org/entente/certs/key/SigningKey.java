package org.entente.certs.key;

import java.security.PublicKey;

/**
 * A P-256 key pair that signs. The private half may stand in this process ({@link SoftwareKey}) or behind an HSM: whoever
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
     * The public half.
     *
     * @return a key on P-256
     */
    PublicKey publicKey();

    /**
     * The public half as bytes.
     *
     * @return SubjectPublicKeyInfo, DER, uncompressed point (RFC 5480), 91 bytes
     */
    byte[] publicKeySpki();

    /**
     * Signs with ECDSA over SHA-256 of the data. An HSM that does not answer throws an unchecked exception, and nothing
     * counts as signed.
     *
     * @param data what to sign, not its hash
     * @return ASN.1 DER (RFC 3279, 2.2.3) with s in the lower half of the order, as Fabric demands
     */
    byte[] sign(byte[] data);
}
