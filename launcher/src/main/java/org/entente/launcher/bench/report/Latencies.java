package org.entente.launcher.bench.report;

import java.util.Arrays;

/** Times that were measured, every one of them kept: the 99th of a hundred is a real one. Safe for many threads. */
public final class Latencies {
    private static final int FIRST_ROOM = 1_024;
    private static final int WHOLE = 100;

    private long[] nanos = new long[FIRST_ROOM];
    private int count;

    /** None measured yet. */
    public Latencies() {}

    /**
     * Keeps a time.
     *
     * @param measured nanoseconds
     */
    public synchronized void add(long measured) {
        if (measured < 0) {
            throw new IllegalArgumentException("nothing takes less than no time: " + measured);
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = measured;
    }

    /**
     * How many.
     *
     * @return times that were measured
     */
    public synchronized int count() {
        return count;
    }

    /**
     * The time within which so many of a hundred were done, by nearest rank: always one that was measured.
     *
     * @param percent 1 to 100
     * @return nanoseconds; 0 if nothing was measured
     */
    public synchronized long percentile(int percent) {
        if (percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("1 to 100 of a hundred");
        }
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        long rank = ((long) count * percent + WHOLE - 1) / WHOLE;
        return sorted[(int) rank - 1];
    }

    /**
     * The middle one.
     *
     * @return nanoseconds
     */
    public long median() {
        return percentile(50);
    }

    /**
     * The time within which 99 of 100 were done.
     *
     * @return nanoseconds
     */
    public long p99() {
        return percentile(99);
    }
}
