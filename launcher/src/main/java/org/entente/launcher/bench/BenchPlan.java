package org.entente.launcher.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param warmUp before every row, not counted
 * @param each how long every row is measured
 * @param writers how many clients write at once, one row each
 * @param underWay how many statements all clients of a row together have under way where they do not wait
 * @param batchSizes most statements of a batch, tried one after the other
 * @param lingers waits for company, tried one after the other
 * @param foldStatements how many statements are folded and rebuilt
 * @param parts which tables are made
 */
record BenchPlan(
        Duration warmUp,
        Duration each,
        List<Integer> writers,
        int underWay,
        List<Integer> batchSizes,
        List<Duration> lingers,
        int foldStatements,
        Set<BenchPart> parts) {
    static final int FULL_FOLD = 1_000_000;
    static final int QUICK_FOLD = 50_000;
    private static final List<Integer> WRITERS = List.of(1, 8, 32);
    private static final List<Integer> BATCH_SIZES = List.of(1, 10, 100, 500, 1_000, 2_000);
    private static final List<Duration> LINGERS = List.of(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(50));
    private static final int UNDER_WAY = 4_000;
    private static final int HALF = 2;

    /** Keeps unmodifiable copies. */
    BenchPlan {
        writers = List.copyOf(writers);
        batchSizes = List.copyOf(batchSizes);
        lingers = List.copyOf(lingers);
        parts = Set.copyOf(parts);
    }

    static BenchPlan of(Duration each, int foldStatements, Set<BenchPart> parts) {
        return new BenchPlan(
                each.dividedBy(HALF), each, WRITERS, UNDER_WAY, BATCH_SIZES, LINGERS, foldStatements, parts);
    }

    /** For tests: every row, none of it long enough to mean anything. */
    static BenchPlan shortest() {
        return new BenchPlan(
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                List.of(1, 8),
                200,
                List.of(1, 100),
                List.of(Duration.ZERO),
                2_000,
                EnumSet.allOf(BenchPart.class));
    }

    boolean has(BenchPart part) {
        return parts.contains(part);
    }

    boolean isFull() {
        return foldStatements == FULL_FOLD;
    }
}
