package org.entente.certs.key;

/** Verification of Ed25519 signatures (RFC 8032). Fails closed: whatever cannot be read is not verified. */
public final class Ed25519 {
    private Ed25519() {}

    /**
     * Whether a signature is good. Never throws.
     *
     * @param spki the public key: SubjectPublicKeyInfo, DER (RFC 8410)
     * @param data what was signed
     * @param signature 64 bytes
     * @return true only for a good signature by this key
     */
    public static boolean verifies(byte[] spki, byte[] data, byte[] signature) {
        return EngineChoice.CHOSEN_ED25519.verifies(spki, data, signature);
    }

    /**
     * The provider that signs and verifies here.
     *
     * @return {@code AmazonCorrettoCryptoProvider} or {@code BC}
     */
    public static String provider() {
        return EngineChoice.CHOSEN_ED25519.name();
    }
}
