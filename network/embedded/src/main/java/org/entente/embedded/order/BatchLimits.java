package org.entente.embedded.order;

import java.time.Duration;

/**
 * When a block is cut.
 *
 * @param timeout how long the first transaction of a block waits for company
 * @param maxMessages transactions in a block
 * @param preferredBytes a block is cut before it grows beyond this
 * @param absoluteBytes a transaction larger than this is refused
 */
public record BatchLimits(Duration timeout, int maxMessages, int preferredBytes, int absoluteBytes) {
    /** For one machine: 20 ms, 500 transactions, 4 MiB, 10 MiB. */
    public static final BatchLimits EMBEDDED = new BatchLimits(Duration.ofMillis(20), 500, 4 << 20, 10 << 20);

    /** Refuses limits under which nothing could be ordered. */
    public BatchLimits {
        if (timeout.isNegative() || maxMessages < 1 || preferredBytes < 1 || absoluteBytes < 1) {
            throw new IllegalArgumentException("these limits order nothing");
        }
    }
}
