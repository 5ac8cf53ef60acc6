package org.entente.paper.read;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Looks for names (ISO 32000-1, 7.3.5) in bytes that may be a PDF, however they are spelt. */
final class PdfNames {
    private static final int LONGEST = 64;

    private PdfNames() {}

    static boolean contain(byte[] bytes, int length, Set<String> names) {
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '/' && names.contains(name(bytes, at + 1, length))) {
                return true;
            }
        }
        return false;
    }

    /** Up to the next delimiter or white space, with {@code #4C} read as L. */
    private static String name(byte[] bytes, int from, int length) {
        byte[] name = new byte[LONGEST];
        int size = 0;
        int at = from;
        while (at < length && size < LONGEST && isRegular(bytes[at])) {
            int high = bytes[at] == '#' && at + 2 < length ? Character.digit(bytes[at + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[at + 2], 16) : -1;
            if (low >= 0) {
                name[size++] = (byte) (high * 16 + low);
                at += 3;
            } else {
                name[size++] = bytes[at++];
            }
        }
        return new String(name, 0, size, StandardCharsets.ISO_8859_1);
    }

    private static boolean isRegular(byte b) {
        return switch (b) {
            case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' -> false;
            default -> true;
        };
    }
}
