package org.entente.client.redelivery;

import java.time.Duration;

/** How much one partner may ask for, so that it cannot keep this member busy, nor its memory full. */
final class CallerLimits {
    private static final int AT_ONCE = 4;
    private static final long INTERVAL = Duration.ofMillis(10).toNanos();
    private static final long BURST = 200 * INTERVAL;

    private int running;
    private long paidUntil;
    private boolean used;

    /** Takes a place if there is one. */
    synchronized boolean enter(long nanoTime) {
        if (!used || paidUntil - nanoTime < 0) {
            used = true;
            paidUntil = nanoTime;
        }
        if (running >= AT_ONCE || paidUntil - nanoTime > BURST) {
            return false;
        }
        paidUntil += INTERVAL;
        running++;
        return true;
    }

    synchronized void leave() {
        running--;
    }
}
