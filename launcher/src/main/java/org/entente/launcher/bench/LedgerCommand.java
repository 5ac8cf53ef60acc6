package org.entente.launcher.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente bench ledger}: exit code 0 when everything was measured, whatever the figures say. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Statements per second and latency from the outbox to both sides' folds, batch sizes, costs,"
                + " and how fast the state is rebuilt.")
final class LedgerCommand implements Callable<Integer> {
    static final String TITLE = "entente bench ledger: embedded, one machine; no consensus among machines is measured";

    private static final int MOST_FOLD = 10_000_000;

    @Option(names = "--quick", description = "Folds and rebuilds 50,000 statements instead of a million.")
    private boolean quick;

    @Option(
            names = "--fold",
            paramLabel = "N",
            description = "How many statements are folded and rebuilt; a million unless given.")
    private int fold = BenchPlan.FULL_FOLD;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Makes only these tables: ${COMPLETION-CANDIDATES}; all unless given.")
    private Set<BenchPart> parts = EnumSet.allOf(BenchPart.class);

    @Mixin
    private final ReportOptions options = new ReportOptions(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Duration each = options.each();
        if (fold < SampleLedger.BATCH || fold > MOST_FOLD) {
            throw new ParameterException(spec.commandLine(), "--fold is " + SampleLedger.BATCH + " to " + MOST_FOLD);
        }
        Report report = options.report(TITLE);
        new LedgerBench(BenchPlan.of(each, quick ? BenchPlan.QUICK_FOLD : fold, parts), report).run();
        options.write(report);
        return 0;
    }
}
