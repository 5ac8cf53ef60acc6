package org.entente.client.running;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after the n-th failure in a row: doubled each time, bounded, with full jitter. Not thread-safe. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    /**
     * Starts without a failure.
     *
     * @param first the longest wait after the first failure
     * @param longest the longest wait after any
     * @param random any source; two instances must not wait alike
     */
    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Notes a success: the next failure counts as the first. */
    public void reset() {
        failures = 0;
    }

    /**
     * Notes a failure.
     *
     * @return how long to wait before the next attempt
     */
    public Duration afterFailure() {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 20));
        failures++;
        return Duration.ofMillis(bound / 4 + random.nextLong(Math.max(1, bound - bound / 4)));
    }

    /**
     * How many failures there were in a row.
     *
     * @return 0 after a success
     */
    public int failures() {
        return failures;
    }
}
