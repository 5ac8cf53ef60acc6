package org.entente.launcher.network;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.entente.launcher.network.Node.Condition;

/**
 * Starts again what has ended without being stopped, and ends and starts again a contract's service whose threads are stuck. What
 * somebody stopped stays as it is. One look at a time, by one thread.
 */
final class Supervision {
    /** Whoever stops a process takes its file away a moment after its end. */
    private static final Duration GONE = Duration.ofSeconds(1);

    private static final Duration STUCK = Duration.ofSeconds(2);

    /** A machine that has too much to do may leave a health port unanswered for long. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    private static final String CONTRACT = "chaincode.";

    private final LongSupplier nanos;
    private final Consumer<String> told;
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Condition condition, long since) {}

    /**
     * Supervision of nothing yet.
     *
     * @param nanos a clock
     * @param told hears of what is done
     */
    Supervision(LongSupplier nanos, Consumer<String> told) {
        this.nanos = nanos;
        this.told = told;
    }

    /** Looks at each, and does what is to be done. */
    void look(List<Node> nodes) {
        nodes.forEach(this::look);
    }

    private void look(Node node) {
        if (!node.isWanted()) {
            seen.remove(node.name());
            return;
        }
        Condition condition = node.condition();
        long now = nanos.getAsLong();
        Seen before = seen.get(node.name());
        if (before == null || before.condition() != condition) {
            seen.put(node.name(), new Seen(condition, now));
        } else if (now - before.since() >= patience(node, condition)) {
            seen.remove(node.name());
            again(node, condition);
        }
    }

    /** Peers and orderers are not ended for what they say of themselves: what they report may be another's fault. */
    private static long patience(Node node, Condition condition) {
        boolean contract = node.name().startsWith(CONTRACT);
        return switch (condition) {
            case GONE -> GONE.toNanos();
            case STUCK -> contract ? STUCK.toNanos() : Long.MAX_VALUE;
            case SILENT -> contract ? SILENT.toNanos() : Long.MAX_VALUE;
            case WELL -> Long.MAX_VALUE;
        };
    }

    private void again(Node node, Condition condition) {
        try {
            if (condition == Condition.GONE) {
                if (!node.isWanted()) {
                    return;
                }
            } else {
                node.kill();
            }
            node.start();
            told.accept(node.name() + ": " + words(condition) + "; started again");
        } catch (NetworkFailure e) {
            told.accept(node.name() + ": " + words(condition) + "; " + e.getMessage());
        }
    }

    private static String words(Condition condition) {
        return switch (condition) {
            case GONE -> "had ended";
            case STUCK -> "had stuck threads";
            case SILENT -> "did not answer for " + SILENT.toSeconds() + " s";
            case WELL -> "was well";
        };
    }
}
