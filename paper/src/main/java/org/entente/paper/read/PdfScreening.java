package org.entente.paper.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at a file before the PDF library does, because the library expands every stream as a whole and without bounds.
 * Every place at which the library could begin to expand something is expanded here first, within bounds and thrown away;
 * other ways to compress, which would hide such places, are refused.
 */
final class PdfScreening {
    static final int MAX_BYTES = 10 << 20;
    static final int MAX_STREAM_BYTES = 64 << 20;
    static final long MAX_EXPANDED_BYTES = 160L << 20;

    /** Filters besides Flate and those of photographs and faxes, with their short names, and everything encrypted. */
    private static final Set<String> REFUSED = Set.of(
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "JBIG2Decode",
            "JPXDecode",
            "Crypt",
            "Encrypt");

    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** Where readers still look for the beginning (ISO 32000-1, annex H, note 13). */
    private static final int MAGIC_WITHIN = 1_024;

    private static final int BLOCK = 1 << 16;
    /** A name may begin in one block and end in the next. */
    private static final int OVERLAP = 128;

    private final byte[] bytes;
    private final byte[] buffer = new byte[OVERLAP + BLOCK];
    private long expanded;

    private PdfScreening(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Empty when the library may have the file. */
    static Optional<PdfCode> refusal(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.of(PdfCode.PDF_TOO_LARGE);
        }
        if (indexOf(bytes, MAGIC, 0, Math.min(bytes.length, MAGIC_WITHIN)) < 0) {
            return Optional.of(PdfCode.PDF_TYPE_UNKNOWN);
        }
        if (PdfNames.contain(bytes, bytes.length, REFUSED)) {
            return Optional.of(PdfCode.PDF_UNSUPPORTED);
        }
        return new PdfScreening(bytes).streams();
    }

    private Optional<PdfCode> streams() {
        for (int at = indexOf(bytes, KEYWORD, 0, bytes.length);
                at >= 0;
                at = indexOf(bytes, KEYWORD, at + 1, bytes.length)) {
            Optional<PdfCode> refusal = expand(dataAfter(at + KEYWORD.length));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** As the library does: spaces, then one end of line, then data. */
    private int dataAfter(int keywordEnd) {
        int at = keywordEnd;
        while (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        if (at < bytes.length && bytes[at] == '\r') {
            at++;
        }
        return at < bytes.length && bytes[at] == '\n' ? at + 1 : at;
    }

    /** As the library does: two bytes of header, whatever they are, then DEFLATE (RFC 1951). */
    private Optional<PdfCode> expand(int from) {
        if (bytes.length - from <= 2) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, from + 2, bytes.length - from - 2);
            int kept = 0;
            for (long stream = 0; !inflater.finished(); ) {
                int count = inflater.inflate(buffer, kept, BLOCK);
                if (count == 0) {
                    return Optional.empty();
                }
                stream += count;
                expanded += count;
                if (stream > MAX_STREAM_BYTES || expanded > MAX_EXPANDED_BYTES) {
                    return Optional.of(PdfCode.PDF_TOO_LARGE);
                }
                if (PdfNames.contain(buffer, kept + count, REFUSED)) {
                    return Optional.of(PdfCode.PDF_UNSUPPORTED);
                }
                int tail = Math.min(OVERLAP, kept + count);
                System.arraycopy(buffer, kept + count - tail, buffer, 0, tail);
                kept = tail;
            }
            return Optional.empty();
        } catch (DataFormatException e) {
            // not compressed, or damaged: what came before counts
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            int matched = 0;
            while (matched < wanted.length && bytes[at + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
