package org.entente.client.running;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one waiting thread. A ring while nobody waits is kept for the next wait, so none is lost. */
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean ringing;

    /** A silent bell. */
    public Bell() {}

    /** Wakes whoever waits, now or next. */
    public void ring() {
        lock.lock();
        try {
            ringing = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a ring.
     *
     * @param longest how long at most
     * @return whether it rang
     * @throws InterruptedException if the thread is asked to end
     */
    public boolean await(Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longest.toNanos();
            while (!ringing && left > 0) {
                left = rung.awaitNanos(left);
            }
            boolean heard = ringing;
            ringing = false;
            return heard;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits in full.
     *
     * @param pause how long
     * @throws InterruptedException if the thread is asked to end
     */
    public static void pause(Duration pause) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
}
