package org.entente.launcher.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Kills with a plan that a seed decides: what, after how many more answers, and for how long it stays away. */
final class Chaos {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_ANSWERS = 40;
    private static final int LONGEST_AWAY = 1_500;

    private final Cluster cluster;
    private final Journal journal;
    private final Random random;
    private int kills;

    Chaos(Cluster cluster, Journal journal, Random random) {
        this.cluster = cluster;
        this.journal = journal;
        this.random = random;
    }

    /** What can be killed. */
    enum Target {
        LEDGER,
        DATABASE,
        AU_1,
        AU_2,
        CN_1,
        CN_2
    }

    /** Kills one of some targets, again and again, each time while clients get answers. */
    void run(int rounds, List<Target> targets) {
        for (int round = 0; round < rounds; round++) {
            awaitAnswers();
            Target first = targets.get(random.nextInt(targets.size()));
            kill(first);
            boolean together = targets.size() > 3 && random.nextInt(4) == 0;
            Target second = targets.get(random.nextInt(targets.size()));
            if (together && second != first) {
                kill(second);
            }
            long failures = journal.failures();
            Await.atMost(Duration.ofMillis(random.nextInt(LONGEST_AWAY)), () -> journal.failures() > failures + 3);
            restart(first);
            if (together && second != first) {
                restart(second);
            }
            cluster.awaitReady();
        }
        awaitAnswers();
    }

    int kills() {
        return kills;
    }

    private void awaitAnswers() {
        long wanted = journal.answers() + 1 + random.nextInt(MOST_ANSWERS);
        Await.until("clients get answers again", PATIENCE, () -> journal.answers() >= wanted);
        // Somewhere between two answers rather than right after one.
        java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(20_000_000));
    }

    private void kill(Target target) {
        kills++;
        switch (target) {
            case LEDGER -> cluster.ledger().kill();
            case DATABASE -> cluster.database().kill();
            case AU_1, AU_2, CN_1, CN_2 -> cluster.node(instance(target)).kill();
        }
    }

    private void restart(Target target) {
        switch (target) {
            case LEDGER -> cluster.ledger().restart();
            case DATABASE -> cluster.database().restart();
            case AU_1, AU_2, CN_1, CN_2 -> cluster.start(instance(target));
        }
    }

    private static String instance(Target target) {
        return target.name().replace('_', '-');
    }
}
