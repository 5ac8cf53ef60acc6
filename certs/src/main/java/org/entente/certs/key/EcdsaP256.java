package org.entente.certs.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Verification of ECDSA signatures on P-256 over SHA-256 (FIPS 186-5), as Fabric makes them. Fails closed: whatever
 * cannot be read is not verified.
 */
public final class EcdsaP256 {
    private EcdsaP256() {}

    /**
     * Whether a signature is good. Never throws.
     *
     * @param spki the public key: SubjectPublicKeyInfo, DER, named curve P-256, uncompressed point
     * @param data what was signed, not its hash
     * @param derSignature ASN.1 DER in its strict form, with s in the lower half of the order
     * @return true only for a good signature by this key in this one encoding
     */
    public static boolean verifies(byte[] spki, byte[] data, byte[] derSignature) {
        return EngineChoice.CHOSEN.verifies(spki, data, derSignature);
    }

    /**
     * The same signature with s in the lower half of the order: for an HSM that gives either half.
     *
     * @param derSignature ASN.1 DER in its strict form
     * @return strict DER with the lower s, or empty when the bytes are no P-256 signature
     */
    public static Optional<byte[]> withLowS(byte[] derSignature) {
        return EcdsaSignature.parse(derSignature)
                .map(signature -> signature.low().der());
    }

    /**
     * The same signature as JOSE and COSE write it (RFC 7518, 3.4; RFC 9053, 2.1).
     *
     * @param derSignature ASN.1 DER in its strict form
     * @return r and s, 32 bytes each, or empty when the bytes are no P-256 signature
     */
    public static Optional<byte[]> toFixedWidth(byte[] derSignature) {
        return EcdsaSignature.parse(derSignature).map(EcdsaSignature::fixedWidth);
    }

    /**
     * A signature of JOSE or COSE as {@link #verifies} takes it. Either half of s is kept as it is, so the higher one is
     * refused there.
     *
     * @param fixedWidth r and s, 32 bytes each
     * @return strict DER, or empty when the bytes are no P-256 signature
     */
    public static Optional<byte[]> ofFixedWidth(byte[] fixedWidth) {
        return EcdsaSignature.ofFixedWidth(fixedWidth).map(EcdsaSignature::der);
    }

    /**
     * Whether a signature of JOSE or Data Integrity is good. Never throws. Either half of s is accepted, as their standards
     * allow both.
     *
     * @param spki the public key as for {@link #verifies}
     * @param data what was signed, not its hash
     * @param fixedWidth r and s, 32 bytes each
     * @return true only for a good signature by this key
     */
    public static boolean verifiesFixedWidth(byte[] spki, byte[] data, byte[] fixedWidth) {
        return EngineChoice.CHOSEN.verifiesFixedWidth(spki, data, fixedWidth);
    }

    /**
     * Whether bytes are a public key that {@link #verifies} accepts.
     *
     * @param spki the bytes
     * @return true for a point on P-256 in the accepted encoding
     */
    public static boolean isPublicKey(byte[] spki) {
        return EngineChoice.CHOSEN.publicKey(spki).isPresent();
    }

    /**
     * The name of a key.
     *
     * @param spki the public key as SubjectPublicKeyInfo
     * @return the first 32 characters of the lower-case hex SHA-256 of the bytes
     */
    public static String keyId(byte[] spki) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(spki);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The provider that signs and verifies here: the fastest that works on this machine, chosen once. The system property
     * {@code entente.certs.provider=BC}, set at start, keeps to pure Java.
     *
     * @return {@code AmazonCorrettoCryptoProvider} or {@code BC}
     */
    public static String provider() {
        return EngineChoice.CHOSEN.name();
    }
}
