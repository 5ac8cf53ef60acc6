package org.entente.model.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object's member as text and as canonical bytes. Documents of one kind have the same few names again and
 * again, so those that were met last are kept: what is kept decides how fast a name is read or written, never whether.
 * A name takes its place whatever stood there before, so no document can fill the table for the next one.
 */
final class MemberName {
    private static final int PLACES = 2_048;

    /** Longer names are rare, and would be kept for nothing. */
    private static final int LONGEST = 40;

    /** Threads may overwrite each other's names: every one of them is whole, because its fields are final. */
    private static final @Nullable MemberName[] KEPT = new MemberName[PLACES];

    private final String text;
    private final byte[] quoted;

    private MemberName(String text, byte[] quoted) {
        // The names in our own code are interned: then the same text is the same object, and is compared at once.
        this.text = text.intern();
        this.quoted = quoted;
    }

    /**
     * A name as it stands in a document.
     *
     * @param bytes the document
     * @param from the name's first byte, after the quotation mark
     * @param to after its last byte; all of them ASCII that needs no escape
     * @param hash what {@link String#hashCode} gives for the name
     */
    static String read(byte[] bytes, int from, int to, int hash) {
        MemberName kept = KEPT[first(hash)];
        if (kept != null && kept.isAt(bytes, from, to)) {
            return kept.text;
        }
        MemberName second = KEPT[second(hash)];
        if (second != null && second.isAt(bytes, from, to)) {
            return second.text;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (to - from <= LONGEST) {
            byte[] quoted = new byte[to - from + 3];
            System.arraycopy(bytes, from, quoted, 1, to - from);
            quoted[0] = '"';
            quoted[quoted.length - 2] = '"';
            quoted[quoted.length - 1] = ':';
            keep(hash, new MemberName(text, quoted));
        }
        return text;
    }

    private boolean isAt(byte[] bytes, int from, int to) {
        return Arrays.equals(quoted, 1, quoted.length - 2, bytes, from, to);
    }

    /** The name in quotation marks with a colon, or null if it is not kept; must not be changed. */
    static byte @Nullable [] quoted(String text) {
        int hash = text.hashCode();
        MemberName kept = KEPT[first(hash)];
        if (kept != null && kept.text.equals(text)) {
            return kept.quoted;
        }
        MemberName second = KEPT[second(hash)];
        return second != null && second.text.equals(text) ? second.quoted : null;
    }

    /** Keeps a name that was written with its quotation marks and colon, if it is written as it is read. */
    static void keep(String text, byte[] written, int from, int to) {
        if (to - from == text.length() + 3 && text.length() <= LONGEST) {
            keep(text.hashCode(), new MemberName(text, Arrays.copyOfRange(written, from, to)));
        }
    }

    /** Of two names for one place, the one that was there moves aside: they would drive each other out again and again. */
    private static void keep(int hash, MemberName name) {
        KEPT[second(hash)] = KEPT[first(hash)];
        KEPT[first(hash)] = name;
    }

    private static int first(int hash) {
        return hash & (PLACES - 1);
    }

    private static int second(int hash) {
        return first(hash) ^ 1;
    }
}
