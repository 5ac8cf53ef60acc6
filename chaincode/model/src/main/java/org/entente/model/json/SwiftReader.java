package org.entente.model.json;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what most documents are made of straight from the bytes, three times as fast as a parser's tokens. It never judges:
 * wherever it meets anything else (an escape, a fraction, a name that stands twice, any error) it gives up, and
 * {@link TreeReader} reads the whole again and says what is wrong. So it may know less than the parser, but never more.
 */
final class SwiftReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No integer of more digits is exact (RFC 7493 section 2.2). */
    private static final int MAX_DIGITS = 16;

    /** Bytes that stand for themselves inside a text. */
    private static final boolean[] PLAIN = plain();

    private final byte[] bytes;
    private final int maxDepth;
    private int at;
    private boolean canonical = true;
    private int[] members = new int[16];
    private int memberCount;

    /** Whatever this reader does not read. It is a way out that nobody looks at, so it has no stack trace. */
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        private NotPlain() {
            super("left to the parser", null, false, false);
        }
    }

    private SwiftReader(byte[] bytes, int maxDepth) {
        this.bytes = bytes;
        this.maxDepth = maxDepth;
    }

    /** The value with what was seen of its bytes, or null if another reader has to look at them. */
    static @Nullable ReadJson read(byte[] bytes, int maxDepth) {
        SwiftReader reader = new SwiftReader(bytes, maxDepth);
        try {
            JsonNode value = reader.value(reader.next(), 0);
            reader.space();
            if (reader.at != bytes.length) {
                return null;
            }
            return reader.canonical
                    ? ReadJson.canonical(value, bytes, Arrays.copyOf(reader.members, reader.memberCount))
                    : ReadJson.of(value);
        } catch (NotPlain e) {
            return null;
        }
    }

    /** The first byte of what comes next, which is passed. */
    private byte next() throws NotPlain {
        if (at < bytes.length && bytes[at] > ' ') {
            return bytes[at++];
        }
        space();
        if (at == bytes.length) {
            throw new NotPlain();
        }
        return bytes[at++];
    }

    private void space() {
        while (at < bytes.length && isSpace(bytes[at])) {
            canonical = false;
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private JsonNode value(byte first, int depth) throws NotPlain {
        return switch (first) {
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case '"' -> NODES.stringNode(text());
            case 't' -> word("true", NODES.booleanNode(true));
            case 'f' -> word("false", NODES.booleanNode(false));
            case 'n' -> word("null", NODES.nullNode());
            default -> integer(first);
        };
    }

    private int deeper(int depth) throws NotPlain {
        if (depth == maxDepth) {
            throw new NotPlain();
        }
        return depth + 1;
    }

    private JsonNode object(int depth) throws NotPlain {
        ObjectNode object = NODES.objectNode();
        byte next = next();
        if (next == '}') {
            return object;
        }
        String last = "";
        while (true) {
            if (depth == 1) {
                mark(at - 1);
            }
            String name = name(next);
            boolean ascending = last.compareTo(name) < 0 || object.isEmpty();
            canonical &= ascending;
            last = name;
            expect(next(), ':');
            if (object.replace(name, value(next(), depth)) != null) {
                throw new NotPlain();
            }
            next = next();
            if (next == '}') {
                return object;
            }
            expect(next, ',');
            next = next();
        }
    }

    private String name(byte first) throws NotPlain {
        expect(first, '"');
        int from = at;
        int to = from;
        int hash = 0;
        while (to < bytes.length && PLAIN[bytes[to] & 0xff]) {
            hash = 31 * hash + bytes[to++];
        }
        if (to == bytes.length || bytes[to] != '"') {
            return checked(text());
        }
        at = to + 1;
        return checked(MemberName.read(bytes, from, to, hash));
    }

    private static String checked(String name) throws NotPlain {
        if (name.length() > StrictJson.MAX_NAME_LENGTH) {
            throw new NotPlain();
        }
        return name;
    }

    private JsonNode array(int depth) throws NotPlain {
        ArrayNode array = NODES.arrayNode();
        byte next = next();
        if (next == ']') {
            return array;
        }
        while (true) {
            array.add(value(next, depth));
            next = next();
            if (next == ']') {
                return array;
            }
            expect(next, ',');
            next = next();
        }
    }

    private static void expect(byte given, char expected) throws NotPlain {
        if (given != expected) {
            throw new NotPlain();
        }
    }

    /** Without escapes, a text and its canonical form are the same bytes. */
    private String text() throws NotPlain {
        int from = at;
        int to = from;
        while (to < bytes.length && PLAIN[bytes[to] & 0xff]) {
            to++;
        }
        if (to == bytes.length) {
            throw new NotPlain();
        }
        if (bytes[to] == '"') {
            at = to + 1;
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return beyondAscii(from, to);
    }

    private String beyondAscii(int from, int first) throws NotPlain {
        int to = first;
        while (to < bytes.length && (bytes[to] < 0 || PLAIN[bytes[to]])) {
            to++;
        }
        if (to == bytes.length || bytes[to] != '"') {
            throw new NotPlain();
        }
        at = to + 1;
        try {
            return Utf8.decode(bytes, from, to - from).toString();
        } catch (CharacterCodingException e) {
            throw new NotPlain();
        }
    }

    private JsonNode integer(byte first) throws NotPlain {
        boolean negative = first == '-';
        if (!negative) {
            at--;
        }
        int from = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from <= MAX_DIGITS) {
            value = value * 10 + (bytes[at++] - '0');
        }
        int digits = at - from;
        boolean zeroAhead = digits > 0 && bytes[from] == '0' && (digits > 1 || negative);
        if (digits == 0 || zeroAhead || value > StrictJson.LARGEST_INTEGER) {
            throw new NotPlain();
        }
        long signed = negative ? -value : value;
        return signed == (int) signed ? NODES.numberNode((int) signed) : NODES.numberNode(signed);
    }

    private JsonNode word(String word, JsonNode value) throws NotPlain {
        for (int i = 1; i < word.length(); i++) {
            if (at == bytes.length || bytes[at++] != word.charAt(i)) {
                throw new NotPlain();
            }
        }
        return value;
    }

    /** Keeps where a member of the outermost object starts. */
    private void mark(int start) {
        if (memberCount == members.length) {
            members = Arrays.copyOf(members, 2 * memberCount);
        }
        members[memberCount++] = start;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, ' ', 0x80, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }
}
