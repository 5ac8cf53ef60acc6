package org.entente.fabric.plan;

import java.time.Duration;

/**
 * When the ordering service closes a block.
 *
 * @param timeout after the first transaction in it, in milliseconds at the finest
 * @param mostTransactions in it
 * @param preferredBytes from which on no further transaction joins it
 * @param absoluteBytes the largest transaction that is taken
 */
public record BlockCutting(Duration timeout, int mostTransactions, int preferredBytes, int absoluteBytes) {
    private static final int MEBIBYTE = 1 << 20;

    /** Batches come one at a time from each stream, up to 3 MiB each: a block waits little, and holds a few of them. */
    public static final BlockCutting USUAL = new BlockCutting(Duration.ofMillis(200), 100, 4 * MEBIBYTE, 10 * MEBIBYTE);

    /** Refuses what no orderer takes with {@link IllegalArgumentException}. */
    public BlockCutting {
        if (timeout.toMillis() < 1 || mostTransactions < 1 || preferredBytes < 1 || absoluteBytes < preferredBytes) {
            throw new IllegalArgumentException("a block takes a time, a transaction and no more than the largest");
        }
    }
}
