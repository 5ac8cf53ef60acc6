package org.entente.client.running;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a step until it is closed. A step that fails is tried again, ever more slowly; nothing ends the
 * loop but {@link #close}, not even an {@link Error}: a stack or a heap that one value exhausted is there again for the
 * next step, and a thread that ended would halt its work in silence. A step must therefore keep nothing in memory that a
 * failure in its middle could leave half changed. What fails is logged by kind, never with the text of an exception: it
 * may quote private input. A row of failures is told once when it begins, once a minute while it lasts, and when it ends.
 */
public final class Loop implements AutoCloseable {
    /** One round of work. */
    @FunctionalInterface
    public interface Step {
        /**
         * Does what there is to do.
         *
         * @return how long to wait before the next round, unless woken earlier; zero for at once
         * @throws Exception if the round failed and is to be tried again later
         */
        Duration run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String name;
    private final Step step;
    private final Backoff backoff;
    private final FailureLog failures;
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts at once.
     *
     * @param name the thread's name
     * @param step the work
     * @param random for jitter
     */
    public Loop(String name, Step step, RandomGenerator random) {
        this.name = name;
        this.step = step;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        this.failures = new FailureLog(name);
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::repeat);
        thread.start();
    }

    /** Asks for a round now. */
    public void wake() {
        bell.ring();
    }

    private void repeat() {
        while (!closed) {
            try {
                bell.await(round());
            } catch (InterruptedException e) {
                // Closed decides; an interrupt without it came from a library and means nothing here.
                LOG.trace("{}: interrupted", name);
            }
        }
    }

    private Duration round() throws InterruptedException {
        try {
            Duration wait = step.run();
            backoff.reset();
            failures.succeeded();
            return wait;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            if (!closed) {
                tell(e);
            }
            return backoff.afterFailure();
        }
    }

    private void tell(Throwable failure) {
        try {
            failures.failed(failure, System.nanoTime());
        } catch (OutOfMemoryError e) {
            // Telling needs memory too. The next failure is told, and the loop must not end for want of words.
            bell.ring();
        }
    }

    /** Ends the loop: interrupts the step and waits a few seconds for it. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
