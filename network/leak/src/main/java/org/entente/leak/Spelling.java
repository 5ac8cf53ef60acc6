package org.entente.leak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** How a value can stand in bytes. */
public enum Spelling {
    /** As UTF-8. */
    TEXT,
    /** As UTF-16 with the high byte first. */
    UTF_16BE,
    /** As UTF-16 with the low byte first, as Java heaps and some logs hold it. */
    UTF_16LE,
    /** As lower-case hexadecimal. */
    HEX,
    /** As upper-case hexadecimal. */
    HEX_UPPER,
    /** In base64, starting at a multiple of three bytes. */
    BASE64_0,
    /** In base64, starting one byte after a multiple of three. */
    BASE64_1,
    /** In base64, starting two bytes after a multiple of three. */
    BASE64_2,
    /** As its SHA-256, raw. */
    SHA256,
    /** As its SHA-256 in hexadecimal. */
    SHA256_HEX,
    /** As its SHA-256 in upper-case hexadecimal. */
    SHA256_HEX_UPPER,
    /** As its SHA-256 in base64, starting at a multiple of three bytes. */
    SHA256_BASE64_0,
    /** As its SHA-256 in base64, starting one byte after a multiple of three. */
    SHA256_BASE64_1,
    /** As its SHA-256 in base64, starting two bytes after a multiple of three. */
    SHA256_BASE64_2;

    /**
     * Whether only a hash of the value stands there, from which it can be confirmed but not read. The ledger shows every
     * member the hash of each private value as a whole; it is salt that makes those say nothing.
     *
     * @return true for the spellings of SHA-256
     */
    public boolean isHash() {
        return name().startsWith("SHA256");
    }

    /**
     * What to look for. Base64 is found in both alphabets, see {@link #variants}.
     *
     * @param value the private value, UTF-8
     * @return the bytes that a leak in this spelling holds, whatever stands around it
     */
    public byte[] of(byte[] value) {
        return switch (this) {
            case TEXT -> value.clone();
            case UTF_16BE -> new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE);
            case UTF_16LE -> new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
            case HEX -> ascii(HexFormat.of().formatHex(value));
            case HEX_UPPER -> ascii(HexFormat.of().withUpperCase().formatHex(value));
            case BASE64_0 -> base64(value, 0);
            case BASE64_1 -> base64(value, 1);
            case BASE64_2 -> base64(value, 2);
            case SHA256 -> sha256(value);
            case SHA256_HEX -> ascii(HexFormat.of().formatHex(sha256(value)));
            case SHA256_HEX_UPPER -> ascii(HexFormat.of().withUpperCase().formatHex(sha256(value)));
            case SHA256_BASE64_0 -> base64(sha256(value), 0);
            case SHA256_BASE64_1 -> base64(sha256(value), 1);
            case SHA256_BASE64_2 -> base64(sha256(value), 2);
        };
    }

    /**
     * All byte sequences of this spelling.
     *
     * @param value the private value
     * @return one, or two for base64, whose alphabets differ (RFC 4648 sections 4 and 5)
     */
    public List<byte[]> variants(byte[] value) {
        byte[] standard = of(value);
        byte[] urlSafe = ascii(new String(standard, StandardCharsets.ISO_8859_1)
                .replace('+', '-')
                .replace('/', '_'));
        boolean base64 = name().contains("BASE64");
        return base64 && !Arrays.equals(standard, urlSafe) ? List.of(standard, urlSafe) : List.of(standard);
    }

    /** The characters that do not depend on the bytes before and after the value. */
    private static byte[] base64(byte[] value, int offset) {
        byte[] shifted = new byte[offset + value.length];
        System.arraycopy(value, 0, shifted, offset, value.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (offset * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return ascii(encoded.substring(first, end));
    }

    private static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
