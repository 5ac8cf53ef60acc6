package org.entente.launcher.bench.service;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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

/** {@code entente bench api}: exit code 0 when everything was measured, whatever the figures say. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description = "Requests a second that an administration's API answers, beside an endpoint that does nothing.")
public final class ServiceCommand implements Callable<Integer> {
    static final String TITLE = "entente bench api: embedded, one machine";

    private static final List<Integer> CALLERS = List.of(1, 8, 32);
    private static final int LONGEST = 600;

    @Option(
            names = "--only",
            paramLabel = "CALL",
            split = ",",
            description =
                    "Measures only these calls, beside the empty one: ${COMPLETION-CANDIDATES}; all unless given.")
    private Set<Call> calls = EnumSet.allOf(Call.class);

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file as well.")
    private @Nullable Path json;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each row is measured; 3 unless given.")
    private int seconds = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Made by the command line. */
    public ServiceCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 to " + LONGEST);
        }
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(TITLE, BenchMachine.look(), line -> {
            out.println(line);
            out.flush();
        });
        new ServiceBench(CALLERS, Duration.ofSeconds(seconds), calls, report).run();
        Optional.ofNullable(json)
                .ifPresent(file -> WholeFiles.write(
                        file.toAbsolutePath(),
                        report.json().getBytes(StandardCharsets.UTF_8),
                        WholeFiles.Readers.EVERYBODY));
        return 0;
    }
}
