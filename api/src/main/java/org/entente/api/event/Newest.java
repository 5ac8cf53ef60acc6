package org.entente.api.event;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far events have come, and a place to wait until they go on: for virtual threads, which a monitor may pin. */
final class Newest {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position;

    long position() {
        return position;
    }

    /** Wakes whoever waits, if this is news. */
    void is(long now) {
        lock.lock();
        try {
            if (position != now) {
                position = now;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until events go beyond a position, or for some time. */
    void await(long beyond, Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = longest.toNanos(); position <= beyond && left > 0; ) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
