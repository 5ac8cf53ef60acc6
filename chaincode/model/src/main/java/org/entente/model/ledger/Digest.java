package org.entente.model.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
    /** Stands before the first statement of a stream: 64 zeros. */
    public static final Digest NONE = new Digest("0".repeat(64));

    /** Refuses anything but 64 lower-case hexadecimal digits with {@link IllegalArgumentException}. */
    public Digest {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal");
        }
    }

    /**
     * Whether a text is the form of 32 bytes that Entente writes.
     *
     * @param text any text
     * @return true for 64 lower-case hexadecimal digits
     */
    public static boolean isHex(String text) {
        if (text.length() != 64) {
            return false;
        }
        for (int i = 0; i < 64; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The digest of the concatenation of some parts.
     *
     * @param parts byte sequences
     * @return their SHA-256
     */
    public static Digest of(byte[]... parts) {
        return ofRaw(rawOf(parts));
    }

    /**
     * Like {@link #of} for whoever goes on with the raw form.
     *
     * @param parts byte sequences
     * @return 32 bytes
     */
    public static byte[] rawOf(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * A digest from its raw form.
     *
     * @param raw 32 bytes
     * @return the digest
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static Digest ofRaw(byte[] raw) {
        return new Digest(HexFormat.of().formatHex(raw));
    }

    /**
     * The raw form.
     *
     * @return 32 bytes
     */
    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
