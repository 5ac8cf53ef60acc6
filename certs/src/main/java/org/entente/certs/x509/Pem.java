package org.entente.certs.x509;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Textual encoding (RFC 7468) of exactly one object: no text before, between or after, so that bytes have one reading. */
public final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /**
     * Writes one block with lines of 64 characters.
     *
     * @param label such as {@code CERTIFICATE}
     * @param der the object
     * @return the text, ending with a line feed
     */
    public static String encode(String label, byte[] der) {
        return begin(label) + "\n" + LINES.encodeToString(der) + "\n" + end(label) + "\n";
    }

    /**
     * Reads one block.
     *
     * @param label the label it must have
     * @param pem the text as bytes; LF or CRLF, white space around the block is allowed
     * @return the object, or empty when the text is not exactly one such block
     */
    public static Optional<byte[]> decode(String label, byte[] pem) {
        String text = new String(pem, StandardCharsets.ISO_8859_1).strip();
        String begin = begin(label);
        String end = end(label);
        if (!text.startsWith(begin) || !text.endsWith(end) || text.length() < begin.length() + end.length()) {
            return Optional.empty();
        }
        String body = text.substring(begin.length(), text.length() - end.length());
        try {
            return Optional.of(Base64.getDecoder().decode(body.replace("\r", "").replace("\n", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
