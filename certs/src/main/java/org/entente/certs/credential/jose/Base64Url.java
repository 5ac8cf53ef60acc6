package org.entente.certs.credential.jose;

import java.util.Base64;
import java.util.Optional;

/** Base64url without padding (RFC 7515, section 2), each sequence of bytes with one spelling. */
final class Base64Url {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** In ASCII. */
    static byte[] bytes(byte[] bytes) {
        return ENCODER.encode(bytes);
    }

    /** Empty for padding, other characters, and bits in the last character that no byte uses. */
    static Optional<byte[]> parse(byte[] text) {
        try {
            return isOnlySpelling(text) ? Optional.of(DECODER.decode(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The decoder takes padding, and passes over the bits of the last character that no byte uses. */
    private static boolean isOnlySpelling(byte[] text) {
        int used = text.length % 4;
        if (used == 0) {
            return text.length == 0 || text[text.length - 1] != '=';
        }
        int last = ALPHABET.indexOf(text[text.length - 1]);
        int unused = used == 2 ? 0x0f : 0x03;
        return used != 1 && last >= 0 && (last & unused) == 0;
    }
}
