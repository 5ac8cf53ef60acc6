package org.entente.client.dispatch;

import java.time.Duration;

/**
 * When a stream's dispatcher is to look again.
 *
 * @param next after how long at the latest
 * @param notBefore after how long at the earliest, even if new statements come meanwhile
 */
record Pace(Duration next, Duration notBefore) {
    private static final Duration IDLE = Duration.ofSeconds(1);

    static Pace atOnce() {
        return new Pace(Duration.ZERO, Duration.ZERO);
    }

    /** There is nothing to do until something comes; a signal can be lost. */
    static Pace idle() {
        return new Pace(IDLE, Duration.ZERO);
    }

    /** Something failed. */
    static Pace after(Duration wait) {
        return new Pace(wait, wait);
    }
}
