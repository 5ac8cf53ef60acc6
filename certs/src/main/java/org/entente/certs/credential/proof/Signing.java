package org.entente.certs.credential.proof;

import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.SigningKey;

/** Signatures in the form that credentials carry. */
public final class Signing {
    private Signing() {}

    /**
     * Signs.
     *
     * @param securing how the credential is secured
     * @param key a key of the algorithm that the securing fixes
     * @param data what to sign
     * @return 64 bytes: r and s with the lower s, or the signature of RFC 8032
     * @throws IllegalArgumentException for a key of another algorithm
     */
    public static byte[] sign(Securing securing, SigningKey key, byte[] data) {
        if (key.algorithm() != securing.algorithm()) {
            throw new IllegalArgumentException(securing.wire() + " is not signed with a key of " + key.algorithm());
        }
        byte[] signature = key.sign(data);
        return switch (securing.algorithm()) {
            case P256 -> EcdsaP256.toFixedWidth(signature).orElseThrow();
            case ED25519 -> signature;
        };
    }
}
