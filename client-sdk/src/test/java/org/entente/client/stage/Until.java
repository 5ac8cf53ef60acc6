package org.entente.client.stage;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition with a deadline, looking often. */
public final class Until {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Until() {}

    /** Waits until a condition holds; fails if it takes too long. */
    public static void isTrue(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("not within " + LONGEST);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
