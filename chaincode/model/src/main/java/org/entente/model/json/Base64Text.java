package org.entente.model.json;

import java.util.Base64;

/** Bytes as base64 with padding (RFC 4648 section 4), each with one spelling. */
public final class Base64Text {
    private Base64Text() {}

    /**
     * Reads bytes.
     *
     * @param text base64 with padding and without line breaks
     * @return the bytes
     * @throws IllegalArgumentException if the text is no base64, or another spelling of the same bytes
     */
    public static byte[] parse(String text) {
        byte[] raw = Base64.getDecoder().decode(text);
        if (!write(raw).equals(text)) {
            throw new IllegalArgumentException("another spelling of the same bytes");
        }
        return raw;
    }

    /**
     * Writes bytes.
     *
     * @param raw the bytes
     * @return base64 with padding
     */
    public static String write(byte[] raw) {
        return Base64.getEncoder().encodeToString(raw);
    }
}
