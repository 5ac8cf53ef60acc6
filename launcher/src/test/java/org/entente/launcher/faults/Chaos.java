package org.entente.launcher.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Kills with a plan that a seed decides: what, after how many more answers, and for how long it stays away. Each kind comes
 * once before any comes again.
 */
final class Chaos {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_ANSWERS = 40;
    private static final int LONGEST_AWAY = 1_500;

    private final Cluster cluster;
    private final Journal journal;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<String, Long> silences = new TreeMap<>();

    Chaos(Cluster cluster, Journal journal, Random random) {
        this.cluster = cluster;
        this.journal = journal;
        this.random = random;
    }

    /** Kills one of some victims, sometimes two of different kinds, again and again, each time while clients get answers. */
    void run(BooleanSupplier goesOn, List<Victim> victims) {
        Deque<String> kinds = new ArrayDeque<>();
        while (goesOn.getAsBoolean()) {
            awaitAnswers();
            journal.begins();
            List<Victim> killed = new ArrayList<>();
            next(kinds, victims).ifPresent(killed::add);
            if (random.nextInt(4) == 0 && !kinds.isEmpty()) {
                next(kinds, victims).ifPresent(killed::add);
            }
            long failures = journal.failures();
            Await.atMost(Duration.ofMillis(random.nextInt(LONGEST_AWAY)), () -> journal.failures() > failures + 3);
            killed.forEach(Victim::back);
            cluster.awaitReady();
            awaitFinal(killed);
        }
        awaitAnswers();
    }

    private Optional<Victim> next(Deque<String> kinds, List<Victim> victims) {
        if (kinds.isEmpty()) {
            List<String> all = new ArrayList<>(
                    victims.stream().map(Victim::kind).distinct().toList());
            Collections.shuffle(all, random);
            kinds.addAll(all);
        }
        String kind = kinds.pop();
        List<Victim> such =
                victims.stream().filter(victim -> victim.kind().equals(kind)).toList();
        Victim victim = such.get(random.nextInt(such.size()));
        if (!victim.kill()) {
            return Optional.empty();
        }
        kills.merge(kind, 1, Integer::sum);
        return Optional.of(victim);
    }

    /** How often each kind was killed. */
    Map<String, Integer> kills() {
        return kills;
    }

    private void awaitFinal(List<Victim> killed) {
        long wanted = journal.onLedger() + 1;
        Await.until("something becomes final again", PATIENCE, () -> journal.onLedger() >= wanted);
        long silent = journal.longestSilence().toMillis();
        System.out.println("killed " + killed + ": at most " + silent + " ms in which nothing became final");
        killed.forEach(victim -> silences.merge(victim.kind(), silent, Math::max));
    }

    /** The longest time, in milliseconds, in which nothing became final after a kill of each kind. */
    Map<String, Long> silences() {
        return silences;
    }

    private void awaitAnswers() {
        long wanted = journal.answers() + 1 + random.nextInt(MOST_ANSWERS);
        Await.until("clients get answers again", PATIENCE, () -> journal.answers() >= wanted);
        // Somewhere between two answers rather than right after one.
        java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(20_000_000));
    }
}
