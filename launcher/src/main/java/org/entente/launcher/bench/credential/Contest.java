package org.entente.launcher.bench.credential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.bench.report.Latencies;

/**
 * Several kinds of work on one thread, in short rounds that take turns: what else the machine does hits all of them alike,
 * so their ratio means more than any of their rates.
 */
final class Contest {
    private static final long ROUND = Duration.ofMillis(50).toNanos();
    private static final double NANOS = 1e9;

    private final List<Entrant> entrants = new ArrayList<>();

    /** Work that is done again and again. */
    @FunctionalInterface
    interface Work {
        /** Does it once; which of the prepared inputs it takes is given. */
        void once(int which);
    }

    /** What a kind of work reached. */
    static final class Entrant {
        private final String name;
        private final Work work;
        private Latencies times = new Latencies();
        private long done;
        private long nanos;
        private int next;

        private Entrant(String name, Work work) {
            this.name = name;
            this.work = work;
        }

        String name() {
            return name;
        }

        double perSecond() {
            return nanos == 0 ? 0 : done * NANOS / nanos;
        }

        Latencies times() {
            return times;
        }

        private void round() {
            long begin = System.nanoTime();
            long before = begin;
            while (before - begin < ROUND) {
                work.once(next);
                next = (next + 1) % CredentialScene.CERTIFICATES;
                long after = System.nanoTime();
                times.add(after - before);
                before = after;
                done++;
            }
            nanos += before - begin;
        }

        private void forget() {
            times = new Latencies();
            done = 0;
            nanos = 0;
        }
    }

    Entrant enter(String name, Work work) {
        Entrant entrant = new Entrant(name, work);
        entrants.add(entrant);
        return entrant;
    }

    /**
     * Runs them all.
     *
     * @param warmUp for each, not counted
     * @param each how long each is measured
     */
    void run(Duration warmUp, Duration each) {
        rounds(warmUp);
        entrants.forEach(Entrant::forget);
        rounds(each);
    }

    private void rounds(Duration each) {
        for (long past = 0; past < each.toNanos(); past += ROUND) {
            entrants.forEach(Entrant::round);
        }
    }
}
