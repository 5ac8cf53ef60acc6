package org.entente.certs.credential.status;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Gives certificates their places in a list, at random, so that an index tells nothing of when or in whose company a
 * certificate was issued (2.1). Who calls this keeps what is taken, under a unique constraint: two instances may draw
 * the same index at once, and the second to store it draws again.
 */
public final class StatusIndices {
    private StatusIndices() {}

    /**
     * Draws a free index; every free one is equally likely, and however full the list is, one draw is enough.
     *
     * @param entries how many entries the list has
     * @param taken the indices already given away; not changed
     * @param random the source of chance
     * @return a free index, or empty when the list is full and a new one must be begun
     */
    public static OptionalInt draw(int entries, BitSet taken, SecureRandom random) {
        int free = entries - taken.get(0, entries).cardinality();
        if (free <= 0) {
            return OptionalInt.empty();
        }
        int index = taken.nextClearBit(0);
        for (int skip = random.nextInt(free); skip > 0; skip--) {
            index = taken.nextClearBit(index + 1);
        }
        return OptionalInt.of(index);
    }
}
