package org.entente.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.MemberNodeConfig;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Section;
import org.entente.model.fold.BatchOutcome;
import org.entente.model.fold.MemoryFoldStore;
import org.entente.model.fold.PairFold;
import org.entente.model.fold.StatementOutcome;
import org.entente.model.member.MemberRegistry;

/** How fast statements that stand on the ledger become state: in memory, and in PostgreSQL from the evidence. */
final class FoldBench {
    private static final double NANOS = 1e9;

    /** What a statement takes in a memory store, measured roughly: state, digest, id, subject and their maps. */
    private static final long HEAP_EACH = 2_600;

    private final BenchPlan plan;
    private final MemberNodeConfig config;
    private final List<List<Cell>> rows = new ArrayList<>();
    private long rebuildNanos;

    FoldBench(BenchPlan plan, MemberNodeConfig config) {
        this.plan = plan;
        this.config = config;
    }

    Section run() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("entente-bench-fold");
        try {
            long begin = System.nanoTime();
            SampleLedger ledger = SampleLedger.generate(folder.resolve("ledger.bin"), plan.foldStatements());
            row("seal and write the batches (one thread)", ledger.statements(), System.nanoTime() - begin);
            int inMemory =
                    (int) Math.min(ledger.statements(), Runtime.getRuntime().maxMemory() / HEAP_EACH);
            begin = System.nanoTime();
            int folded = fold(ledger, inMemory);
            row("read, check and fold in memory (one thread)", folded, System.nanoTime() - begin);
            try (RebuildStage stage = RebuildStage.start(folder, ledger, config)) {
                begin = System.nanoTime();
                stage.rebuild();
                rebuildNanos = System.nanoTime() - begin;
                row("rebuild in PostgreSQL from the evidence", ledger.statements(), rebuildNanos);
            }
        } finally {
            BenchStage.delete(folder);
        }
        String size = plan.isFull()
                ? "a million statements"
                : plan.foldStatements() > BenchPlan.FULL_FOLD
                        ? String.format(java.util.Locale.ROOT, "%,d statements", plan.foldStatements())
                        : String.format(
                                java.util.Locale.ROOT, "only %,d statements, not a million", plan.foldStatements());
        return new Section(
                "fold",
                "Fold and rebuild: " + size + " of 1 kB, " + SampleLedger.BATCH
                        + " a batch, each about a certificate of its own",
                List.of("what", "statements", "seconds", "statements/s"),
                rows);
    }

    /** How long the rebuild took; 0 before it ran. */
    long rebuildNanos() {
        return rebuildNanos;
    }

    private void row(String what, int statements, long nanos) {
        rows.add(List.of(
                Cell.words(what),
                Cell.count(statements),
                Cell.rate(nanos / NANOS),
                Cell.rate(statements * NANOS / nanos)));
    }

    /** Folds whole batches until so many statements stand; how many they were. */
    private static int fold(SampleLedger ledger, int most) throws IOException {
        PairFold fold = new PairFold(
                ledger.stream().audience(), SampleLedger.CHAINCODE, StatementSignatures.check(), SampleRules.BOOK);
        MemberRegistry registry = ledger.registry();
        MemoryFoldStore store = new MemoryFoldStore();
        int[] folded = new int[1];
        ledger.read(write -> {
            if (folded[0] + SampleLedger.BATCH <= most || folded[0] == 0) {
                folded[0] += standing(fold.take(write, registry, store));
            }
        });
        return folded[0];
    }

    private static int standing(BatchOutcome outcome) {
        return switch (outcome) {
            case BatchOutcome.Accepted(var batch, var statements, var remarks) -> {
                if (statements.stream().anyMatch(each -> each.standing() != StatementOutcome.Standing.STANDS)) {
                    throw new IllegalStateException("a sample statement does not stand");
                }
                yield statements.size();
            }
            case BatchOutcome.Quarantined(var findings, var moved) ->
                throw new IllegalStateException("a sample batch is quarantined: " + findings);
        };
    }
}
