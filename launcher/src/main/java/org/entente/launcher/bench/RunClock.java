package org.entente.launcher.bench;

import java.time.Duration;
import java.time.Instant;

/** One time line for this process's own measurements and for the times that databases hold. */
final class RunClock {
    private final Instant begin = Instant.now();
    private final long beginNanos = System.nanoTime();

    /** Nanoseconds since the beginning. */
    long now() {
        return System.nanoTime() - beginNanos;
    }

    long at(Instant instant) {
        return Duration.between(begin, instant).toNanos();
    }
}
