package org.entente.launcher.bench;

import java.util.Arrays;

/** Times that were measured, every one of them kept: the 99th of a hundred is a real one. Safe for many threads. */
final class Latencies {
    private static final int FIRST_ROOM = 1_024;
    private static final int WHOLE = 100;

    private long[] nanos = new long[FIRST_ROOM];
    private int count;

    synchronized void add(long measured) {
        if (measured < 0) {
            throw new IllegalArgumentException("nothing takes less than no time: " + measured);
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = measured;
    }

    synchronized int count() {
        return count;
    }

    /**
     * The time within which so many of a hundred were done, by nearest rank: always one that was measured.
     *
     * @param percent 1 to 100
     * @return nanoseconds; 0 if nothing was measured
     */
    synchronized long percentile(int percent) {
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

    long median() {
        return percentile(50);
    }

    long p99() {
        return percentile(99);
    }
}
