package org.entente.certs.credential.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entente.model.finding.Findings;

/** The compressed text of a bitstring (4.3 and 4.4): 'u' for base64url without padding, then GZIP (RFC 1952). */
final class StatusEncoding {
    private static final int MAX_BYTES = StatusBits.MAX_ENTRIES / 8;
    /** What incompressible bits of the greatest length take, with room for GZIP's own bytes. */
    static final int MAX_TEXT = (MAX_BYTES + 1_024) / 3 * 4 + 8;

    private StatusEncoding() {}

    static String encode(byte[] bits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /** At most {@link StatusBits#MAX_ENTRIES} bits, whatever the text claims to expand to. Adds findings and returns none. */
    static byte[] decode(String text, String pointer, Findings findings) {
        if (text.length() > MAX_TEXT) {
            findings.add(StatusCode.STATUS_LIST_TOO_LARGE, pointer, text.length() + " characters");
            return new byte[0];
        }
        try {
            byte[] bits = expand(base64url(text));
            if (bits.length > MAX_BYTES) {
                findings.add(StatusCode.STATUS_LIST_TOO_LARGE, pointer, "more than " + MAX_BYTES + " bytes of bits");
                return new byte[0];
            }
            return bits;
        } catch (IllegalArgumentException | IOException e) {
            findings.add(
                    StatusCode.STATUS_LIST_MALFORMED, pointer, "base64url of GZIP is expected, after the letter u");
            return new byte[0];
        }
    }

    private static byte[] base64url(String text) {
        if (!text.startsWith("u")) {
            throw new IllegalArgumentException("another multibase");
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1));
        if (!Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .contentEquals(text.subSequence(1, text.length()))) {
            throw new IllegalArgumentException("another spelling of the same bytes");
        }
        return bytes;
    }

    private static byte[] expand(byte[] compressed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readNBytes(MAX_BYTES + 1);
        }
    }
}
