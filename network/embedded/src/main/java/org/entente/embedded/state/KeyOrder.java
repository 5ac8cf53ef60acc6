package org.entente.embedded.state;

import java.io.Serial;
import java.io.Serializable;
import java.util.Comparator;

/** The order of a peer's key-value store: by UTF-8 bytes, which is by code point and differs from Java's by UTF-16 units. */
public final class KeyOrder implements Comparator<String>, Serializable {
    /** The one order. */
    public static final KeyOrder UTF_8 = new KeyOrder();

    @Serial
    private static final long serialVersionUID = 1L;

    private KeyOrder() {}

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // surrogates stand for code points above all others of 16 bits
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
