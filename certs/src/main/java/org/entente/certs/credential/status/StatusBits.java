package org.entente.certs.credential.status;

import java.util.Arrays;
import java.util.Collection;

/**
 * The bits of a status list; index 0 is the left-most bit of the first byte (Bitstring Status List 1.0, 2.2). Immutable.
 */
public final class StatusBits {
    /** The fewest entries, so that one certificate hides among many (4.1, minimumNumberOfEntries). */
    public static final int MIN_ENTRIES = 131_072;

    /** The most entries that are written or read here: 2 MiB of bits. */
    public static final int MAX_ENTRIES = 1 << 24;

    private final byte[] bytes;

    StatusBits(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A list in which some bits are set.
     *
     * @param entries how many entries, {@link #MIN_ENTRIES} to {@link #MAX_ENTRIES}, a multiple of 8
     * @param set the indices of the set bits
     * @return the bits
     * @throws IllegalArgumentException for another number of entries or an index outside it
     */
    public static StatusBits of(int entries, Collection<Integer> set) {
        if (entries < MIN_ENTRIES || entries > MAX_ENTRIES || entries % 8 != 0) {
            throw new IllegalArgumentException("a status list has 131072 to 16777216 entries, by eights");
        }
        byte[] bytes = new byte[entries / 8];
        for (int index : set) {
            if (index < 0 || index >= entries) {
                throw new IllegalArgumentException("no entry " + index + " in a list of " + entries);
            }
            bytes[index >> 3] |= (byte) (0x80 >> (index & 7));
        }
        return new StatusBits(bytes);
    }

    /**
     * How many entries there are.
     *
     * @return a multiple of 8
     */
    public int entries() {
        return bytes.length * 8;
    }

    /**
     * Whether a bit is set.
     *
     * @param index 0 to {@code entries()-1}
     * @return true if it is
     * @throws IndexOutOfBoundsException for another index
     */
    public boolean isSet(int index) {
        return (bytes[index >> 3] & 0x80 >> (index & 7)) != 0;
    }

    /**
     * The bits as a list credential carries them.
     *
     * @return multibase base64url of the GZIP of the bits; the compressed bytes may differ among Java versions
     */
    public String encoded() {
        return StatusEncoding.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusBits that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
