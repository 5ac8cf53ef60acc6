package org.entente.launcher.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.entente.launcher.faults.InstanceProcess.NoAnswer;
import org.entente.launcher.faults.Journal.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of a member as they should be: it makes a request at any instance until it has an answer, with one key. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LONGEST_ANSWER = 45;

    private final Cluster cluster;
    private final Journal journal;
    private final Random random;

    Client(Cluster cluster, Journal journal, Random random) {
        this.cluster = cluster;
        this.journal = journal;
        this.random = random;
    }

    /** Has a request acknowledged, whatever is killed meanwhile. */
    Entry say(Request request) {
        return journal.answered(request, ask(request.author(), request.line()));
    }

    /** Waits until an acknowledged request is settled, whatever is killed meanwhile; returns how. */
    String await(Entry entry) {
        ObjectNode question =
                JSON.createObjectNode().put("do", "await").put("id", entry.id()).put("millis", 10_000);
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = ask(entry.request().author(), question);
        while (!answer.path("settled").booleanValue()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not settled: " + entry.request().key() + " " + answer);
            }
            answer = ask(entry.request().author(), question);
        }
        String progress = answer.path("progress").asString();
        journal.settled(entry, progress);
        return progress;
    }

    /** Asks any instance of a member until one answers. */
    JsonNode ask(String member, ObjectNode question) {
        List<String> instances = Cluster.INSTANCES.stream()
                .filter(name -> name.startsWith(member))
                .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            InstanceProcess node = cluster.node(instances.get(random.nextInt(instances.size())));
            try {
                if (node.isReady()) {
                    return node.ask(question, LONGEST_ANSWER);
                }
            } catch (NoAnswer e) {
                journal.failed();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody answers: " + question.path("do") + question.path("key"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
