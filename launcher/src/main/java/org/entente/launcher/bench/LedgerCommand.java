package org.entente.launcher.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.certs.file.WholeFiles;
import org.entente.launcher.bench.report.BenchMachine;
import org.entente.launcher.bench.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    private static final int LONGEST = 600;
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

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file as well.")
    private @Nullable Path json;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each row is measured; 5 unless given.")
    private int seconds = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 to " + LONGEST);
        }
        if (fold < SampleLedger.BATCH || fold > MOST_FOLD) {
            throw new ParameterException(spec.commandLine(), "--fold is " + SampleLedger.BATCH + " to " + MOST_FOLD);
        }
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(TITLE, BenchMachine.look(), line -> {
            out.println(line);
            out.flush();
        });
        new LedgerBench(BenchPlan.of(Duration.ofSeconds(seconds), quick ? BenchPlan.QUICK_FOLD : fold, parts), report)
                .run();
        Optional.ofNullable(json)
                .ifPresent(file -> WholeFiles.write(
                        file.toAbsolutePath(),
                        report.json().getBytes(StandardCharsets.UTF_8),
                        WholeFiles.Readers.EVERYBODY));
        return 0;
    }
}
