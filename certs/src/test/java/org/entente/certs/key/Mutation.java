package org.entente.certs.key;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes in the ways that wires and attackers do: flip, overwrite, cut, insert, repeat. */
public final class Mutation {
    private Mutation() {}

    /**
     * One to three damages; the result may by chance be the original.
     *
     * @param original the bytes, unchanged afterwards
     * @param random seeded by the test
     * @return damaged bytes
     */
    public static byte[] of(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = (byte) random.nextInt();
                return longer;
            }
            default -> bytes[at] = bytes[random.nextInt(bytes.length)];
        }
        return bytes;
    }
}
