package org.entente.model.json;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that grow, and the texts and numbers of RFC 8785 in them. It takes only what {@link StrictJson} reads: U+0000 and
 * half of a surrogate pair are refused here and not by the audience.
 */
final class CanonicalBuffer {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The longest form of one UTF-16 unit: {@code \}{@code u001f}. */
    private static final int LONGEST_UNIT = 6;

    private static final int FIRST_LENGTH = 4_096;

    /** A longer buffer is not kept: it would stay for documents that do not need it. */
    private static final int LONGEST_KEPT = 64 * 1024;

    /** The bytes of whoever wrote last, for whoever writes next: growing new ones took a quarter of the time. */
    private static final AtomicReference<byte @Nullable []> SPARE = new AtomicReference<>();

    private byte[] out;
    private int size;

    private CanonicalBuffer(byte[] out) {
        this.out = out;
    }

    static CanonicalBuffer open() {
        byte[] spare = SPARE.getAndSet(null);
        return new CanonicalBuffer(spare == null ? new byte[FIRST_LENGTH] : spare);
    }

    /** What was written. The buffer is not to be used any more: its bytes are the next one's. */
    byte[] close() {
        byte[] written = Arrays.copyOf(out, size);
        if (out.length <= LONGEST_KEPT) {
            // Whoever takes it sees all that was written; nobody has to see it at once.
            SPARE.setRelease(out);
        }
        return written;
    }

    int size() {
        return size;
    }

    /** A member's name with its colon. */
    void name(String name) {
        byte[] quoted = MemberName.quoted(name);
        if (quoted == null) {
            int from = size;
            text(name);
            put(':');
            MemberName.keep(name, out, from, size);
        } else {
            reserve(quoted.length);
            System.arraycopy(quoted, 0, out, size, quoted.length);
            size += quoted.length;
        }
    }

    void number(long number) {
        if (!StrictJson.isExact(number)) {
            throw new IllegalArgumentException("no canonical form: not an integer inside plus or minus 2^53-1");
        }
        ascii(Long.toString(number));
    }

    void text(String text) {
        put('"');
        reserve(text.length());
        int at = plain(text);
        while (at < text.length()) {
            at += unit(text, at);
        }
        put('"');
    }

    /** Copies the ASCII characters that stand for themselves, up to the first other one, and says how many they are. */
    private int plain(String text) {
        byte[] to = out;
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                size += at;
                return at;
            }
            to[size + at] = (byte) c;
        }
        size += length;
        return length;
    }

    /** Writes the character that starts at an index and says how many UTF-16 units it took. */
    private int unit(String text, int at) {
        reserve(LONGEST_UNIT);
        char c = text.charAt(at);
        if (c >= 0x20 && c < 0x80) {
            if (c == '"' || c == '\\') {
                out[size++] = '\\';
            }
            out[size++] = (byte) c;
        } else if (c < 0x20) {
            control(c);
        } else if (c < 0x800) {
            out[size++] = (byte) (0xc0 | (c >> 6));
            out[size++] = (byte) (0x80 | (c & 0x3f));
        } else if (!Character.isSurrogate(c)) {
            out[size++] = (byte) (0xe0 | (c >> 12));
            out[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            out[size++] = (byte) (0x80 | (c & 0x3f));
        } else {
            supplementary(text, at);
            return 2;
        }
        return 1;
    }

    private void control(char c) {
        if (c == 0) {
            throw new IllegalArgumentException("no canonical form: U+0000");
        }
        out[size++] = '\\';
        switch (c) {
            case '\b' -> out[size++] = 'b';
            case '\t' -> out[size++] = 't';
            case '\n' -> out[size++] = 'n';
            case '\f' -> out[size++] = 'f';
            case '\r' -> out[size++] = 'r';
            default -> {
                out[size++] = 'u';
                out[size++] = '0';
                out[size++] = '0';
                out[size++] = HEX[c >> 4];
                out[size++] = HEX[c & 0xf];
            }
        }
    }

    private void supplementary(String text, int at) {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("no canonical form: half of a surrogate pair");
        }
        out[size++] = (byte) (0xf0 | (point >> 18));
        out[size++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        out[size++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        out[size++] = (byte) (0x80 | (point & 0x3f));
    }

    void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    void put(char c) {
        reserve(1);
        out[size++] = (byte) c;
    }

    private void reserve(int more) {
        if (out.length - size < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
