package org.entente.api.stage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition with a deadline, looking often. */
public final class Until {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Until() {}

    /** Looks until what it sees is as wanted; fails if that takes too long. */
    public static <T> T holds(Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + LONGEST.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + LONGEST + ": " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = look.get();
        }
        return seen;
    }
}
