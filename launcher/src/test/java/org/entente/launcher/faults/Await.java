package org.entente.launcher.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions that other processes bring about. */
final class Await {
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private Await() {}

    /** Until a condition holds; an exception counts as "not yet" and is told if it never does. */
    static void until(String what, Duration longest, Callable<Boolean> condition) {
        long end = System.nanoTime() + longest.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        throw new AssertionError("not within " + longest + ": " + what, last);
    }

    /** Until a condition holds or the time is over, whichever is first: for varying the moment of a kill. */
    static void atMost(Duration longest, Callable<Boolean> condition) {
        try {
            until("", longest, condition);
        } catch (AssertionError e) {
            return;
        }
    }
}
