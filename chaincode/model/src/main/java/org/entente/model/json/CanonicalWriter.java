package org.entente.model.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes RFC 8785 straight from the tree. It writes only what {@link StrictJson} reads: whatever else a caller hands in
 * (a fraction, U+0000, half of a surrogate pair, too many levels) is refused here and not by the audience.
 */
final class CanonicalWriter {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The longest form of one UTF-16 unit: {@code \}{@code u001f}. */
    private static final int LONGEST_UNIT = 6;

    private byte[] out = new byte[1_024];
    private int size;

    private final int maxDepth;

    private CanonicalWriter(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    static byte[] write(JsonNode value, int maxDepth) {
        CanonicalWriter writer = new CanonicalWriter(maxDepth);
        writer.value(value, 0);
        return Arrays.copyOf(writer.out, writer.size);
    }

    private void value(JsonNode node, int depth) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, deeper(depth));
            case ARRAY -> array(node, deeper(depth));
            case STRING -> text(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN -> ascii(node.booleanValue() ? "true" : "false");
            case NULL -> ascii("null");
            default -> throw new IllegalArgumentException("no canonical form: " + node.getNodeType());
        }
    }

    private int deeper(int depth) {
        if (depth == maxDepth) {
            throw new IllegalArgumentException("no canonical form: nested deeper than " + maxDepth);
        }
        return depth + 1;
    }

    private void object(JsonNode node, int depth) {
        put('{');
        if (isSorted(node.propertyNames())) {
            boolean further = false;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                member(member.getKey(), member.getValue(), further, depth);
                further = true;
            }
        } else {
            Collection<String> propertyNames = node.propertyNames();
            String[] names = propertyNames.toArray(String[]::new);
            Arrays.sort(names);
            for (int i = 0; i < names.length; i++) {
                member(names[i], node.get(names[i]), i > 0, depth);
            }
        }
        put('}');
    }

    /**
     * What was read from canonical bytes is in order already and need not be sorted or looked up by name.
     * String.compareTo compares UTF-16 units, which is the order of RFC 8785 section 3.2.3.
     */
    private static boolean isSorted(Collection<String> names) {
        String last = "";
        for (String name : names) {
            if (last.compareTo(name) > 0) {
                return false;
            }
            last = name;
        }
        return true;
    }

    private void member(String name, JsonNode value, boolean further, int depth) {
        if (further) {
            put(',');
        }
        text(name);
        put(':');
        value(value, depth);
    }

    private void array(JsonNode node, int depth) {
        put('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                put(',');
            }
            value(node.get(i), depth);
        }
        put(']');
    }

    private void number(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || !StrictJson.isExact(node.longValue())) {
            throw new IllegalArgumentException("no canonical form: not an integer inside plus or minus 2^53-1");
        }
        ascii(Long.toString(node.longValue()));
    }

    private void text(String text) {
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

    private void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    private void put(char c) {
        reserve(1);
        out[size++] = (byte) c;
    }

    private void reserve(int more) {
        if (out.length - size < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
