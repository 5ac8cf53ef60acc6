package org.entente.certs.credential.jose;

import java.util.Base64;
import java.util.Optional;

/** Base64url without padding (RFC 7515, section 2), each sequence of bytes with one spelling. */
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    static String write(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Empty for padding, other characters, and bits in the last character that no byte uses. */
    static Optional<byte[]> parse(String text) {
        try {
            byte[] bytes = DECODER.decode(text);
            return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
