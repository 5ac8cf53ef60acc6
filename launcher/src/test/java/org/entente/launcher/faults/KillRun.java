package org.entente.launcher.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One consortium under load whose processes are killed by a plan, and everything that must be true afterwards. */
final class KillRun implements AutoCloseable {
    private final Cluster cluster;
    private final Journal journal = new Journal();
    private final Verification verification;

    /**
     * Starts the consortium.
     *
     * @param name of its folder
     * @param ledger not yet started; closed with this
     */
    KillRun(String name, Ledger ledger) {
        cluster = new Cluster(name, ledger);
        verification = new Verification(cluster, journal, new Random(name.hashCode()));
    }

    /** Kills by a number of rounds, under load. */
    Map<String, Integer> kill(String name, int rounds, Random random, Predicate<Victim> which) {
        int[] left = {rounds};
        return kill(name, () -> left[0]-- > 0, random, which);
    }

    /** Kills for a time, under load. */
    Map<String, Integer> kill(String name, Duration longest, Random random, Predicate<Victim> which) {
        long end = System.nanoTime() + longest.toNanos();
        return kill(name, () -> System.nanoTime() < end, random, which);
    }

    private Map<String, Integer> kill(String name, BooleanSupplier goesOn, Random random, Predicate<Victim> which) {
        List<Victim> victims = cluster.victims().stream().filter(which).toList();
        Chaos chaos = new Chaos(cluster, journal, random);
        long before = journal.answers();
        Workload workload = new Workload(cluster, journal, name, random);
        try (workload) {
            chaos.run(goesOn, victims);
        }
        System.out.println(name + ": killed " + chaos.kills() + ", " + (journal.answers() - before)
                + " answers; in all " + journal.acknowledged().size() + " acknowledged requests, "
                + journal.failures() + " failed attempts");
        return chaos.kills();
    }

    /**
     * Checks everything.
     *
     * @param fromBlockZero whether new instances on empty databases must also come to the same, which takes longest
     */
    void check(boolean fromBlockZero) {
        verification.check(fromBlockZero);
        cluster.ledger().check(cluster);
    }

    Cluster cluster() {
        return cluster;
    }

    Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
