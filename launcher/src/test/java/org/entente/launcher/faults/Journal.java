package org.entente.launcher.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * What the client was told, kept outside of everything that is killed. An answer that contradicts an earlier one is a
 * violation the moment it is given. Safe for use by many threads.
 */
final class Journal {
    /**
     * A request that was acknowledged.
     *
     * @param request what was asked
     * @param id the statement's id
     * @param receipt everything else that the receipt says
     */
    record Entry(Request request, String id, String receipt) {}

    private final Map<String, Entry> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> settled = new ConcurrentHashMap<>();
    private final Set<String> first = ConcurrentHashMap.newKeySet();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong lastFinal = new AtomicLong();
    private final AtomicLong longestSilence = new AtomicLong();

    /** The answer to a request; acknowledged from now on. */
    Entry answered(Request request, JsonNode answer) {
        String outcome = answer.path("outcome").asString("");
        Entry entry = new Entry(
                request, answer.path("id").asString(""), answer.path("receipt").asString(""));
        if (!outcome.equals("ACCEPTED") && !outcome.equals("REPEATED")) {
            violations.add(request.key() + " was refused: " + answer);
        }
        Entry earlier = acknowledged.putIfAbsent(request.key(), entry);
        if (earlier != null
                && !(earlier.id().equals(entry.id()) && earlier.receipt().equals(entry.receipt()))) {
            violations.add(request.key() + " has two receipts: " + earlier + " and " + answer);
        }
        if (outcome.equals("ACCEPTED") && !first.add(request.key())) {
            violations.add(request.key() + " was new twice");
        }
        answers.incrementAndGet();
        return entry;
    }

    /** An answer "settled" for an acknowledged request. */
    void settled(Entry entry, String progress) {
        String earlier = settled.putIfAbsent(entry.request().key(), progress);
        if (earlier != null && !earlier.equals(progress)) {
            violations.add(entry.request().key() + " was settled twice: " + earlier + " and " + progress);
        }
        if (progress.startsWith("FINAL")) {
            isFinal();
        }
        answers.incrementAndGet();
    }

    /** From now on the time in which nothing becomes final counts anew. */
    void begins() {
        longestSilence.set(0);
        lastFinal.set(System.nanoTime());
    }

    private void isFinal() {
        long now = System.nanoTime();
        longestSilence.accumulateAndGet(now - lastFinal.getAndSet(now), Math::max);
    }

    /** The longest time in which no request became final, for any client, since it began. */
    Duration longestSilence() {
        return Duration.ofNanos(longestSilence.get());
    }

    void failed() {
        failures.incrementAndGet();
    }

    void violated(String words) {
        violations.add(words);
    }

    Map<String, Entry> acknowledged() {
        return acknowledged;
    }

    Map<String, String> settled() {
        return settled;
    }

    /** How many requests of those that are settled stand on the ledger, whatever became of them there. */
    long onLedger() {
        return settled.values().stream()
                .filter(progress -> progress.startsWith("FINAL"))
                .count();
    }

    Queue<String> violations() {
        return violations;
    }

    long answers() {
        return answers.get();
    }

    long failures() {
        return failures.get();
    }
}
