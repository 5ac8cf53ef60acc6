package org.entente.launcher.consortium;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long the parts of a start take. Parts may overlap. Safe for use by many threads. */
public final class Phases {
    /**
     * One part.
     *
     * @param name what
     * @param after when it began, from the first look at the clock
     * @param took how long it took
     */
    public record Phase(String name, Duration after, Duration took) {}

    private final long begin = System.nanoTime();
    private final List<Phase> phases = new ArrayList<>();

    /** Begins now. */
    public Phases() {}

    /**
     * Does a part and notes how long it took.
     *
     * @param name what
     * @param work the part
     * @param <T> its result
     * @return its result
     */
    public <T> T time(String name, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            long end = System.nanoTime();
            synchronized (phases) {
                phases.add(new Phase(name, Duration.ofNanos(start - begin), Duration.ofNanos(end - start)));
            }
        }
    }

    /**
     * Does a part that has no result and notes how long it took.
     *
     * @param name what
     * @param work the part
     */
    public void run(String name, Runnable work) {
        time(name, () -> {
            work.run();
            return name;
        });
    }

    /**
     * All parts so far.
     *
     * @return in the order in which they ended
     */
    public List<Phase> all() {
        synchronized (phases) {
            return List.copyOf(phases);
        }
    }
}
