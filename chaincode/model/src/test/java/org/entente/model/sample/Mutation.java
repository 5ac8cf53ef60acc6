package org.entente.model.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Small damage of the kinds that transmission, bad writers and attackers do to a document. */
public final class Mutation {
    private static final String[] INSERTS = {
        "0",
        "-0",
        "1e2",
        "\"",
        "\\ud800",
        "\\u0000",
        "{",
        "]",
        ",",
        " ",
        "null",
        "\u00e9",
        "\"a\":1,",
        "9".repeat(30),
        "[".repeat(30),
    };

    private Mutation() {}

    /** A copy with one to three changes. */
    public static byte[] of(Random random, byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed = change(random, changed);
        }
        return changed;
    }

    private static byte[] change(Random random, byte[] bytes) {
        if (bytes.length < 2) {
            return insert(bytes, 0, "x".getBytes(StandardCharsets.UTF_8));
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(20) + 1, bytes.length - at);
        return switch (random.nextInt(6)) {
            case 0 -> flip(bytes, at, 1 << random.nextInt(8));
            case 1 -> insert(bytes, at, INSERTS[random.nextInt(INSERTS.length)].getBytes(StandardCharsets.UTF_8));
            case 2 -> delete(bytes, at, length);
            case 3 -> insert(bytes, random.nextInt(bytes.length), Arrays.copyOfRange(bytes, at, at + length));
            case 4 -> digit(random, bytes, at);
            default -> swap(bytes, random);
        };
    }

    private static byte[] flip(byte[] bytes, int at, int bit) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) bit;
        return changed;
    }

    /** Changes the first digit from a place on. */
    private static byte[] digit(Random random, byte[] bytes, int from) {
        byte[] changed = bytes.clone();
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                changed[i] = (byte) ('0' + random.nextInt(10));
                return changed;
            }
        }
        return changed;
    }

    /** Swaps two neighbouring pieces that end in a comma: members or entries. */
    private static byte[] swap(byte[] bytes, Random random) {
        String[] parts = new String(bytes, StandardCharsets.ISO_8859_1).split(",", -1);
        int at = random.nextInt(parts.length);
        int other = random.nextInt(parts.length);
        String kept = parts[at];
        parts[at] = parts[other];
        parts[other] = kept;
        return String.join(",", parts).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] delete(byte[] bytes, int at, int length) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, changed, at, bytes.length - at - length);
        return changed;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, changed, at, more.length);
        System.arraycopy(bytes, at, changed, at + more.length, bytes.length - at);
        return changed;
    }
}
