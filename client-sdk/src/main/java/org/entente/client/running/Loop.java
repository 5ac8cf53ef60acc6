package org.entente.client.running;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a step until it is closed. A step that fails is tried again, ever more slowly; nothing ends the
 * loop but {@link #close}. What fails is logged by kind, never with the text of an exception: it may quote private input.
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
            return wait;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            if (!closed) {
                LOG.warn("{}: {}; trying again", name, Failures.kindOf(e));
            }
            return backoff.afterFailure();
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
