package org.entente.launcher.bench.credential;

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

/** {@code entente bench credential}: exit code 0 when everything was measured, whatever the figures say. */
@Command(
        name = "credential",
        mixinStandardHelpOptions = true,
        description = "Credentials issued and checked a second on one thread, beside the bare signatures of the same"
                + " provider in the same run.")
public final class CredentialCommand implements Callable<Integer> {
    static final String TITLE = "entente bench credential: one thread, keys in memory, information at hand";

    private static final int LONGEST = 600;

    @Option(
            names = "--only",
            paramLabel = "FORM",
            split = ",",
            description = "Measures only these forms: ${COMPLETION-CANDIDATES}; all unless given.")
    private Set<SecuredForm> forms = EnumSet.allOf(SecuredForm.class);

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file as well.")
    private @Nullable Path json;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each row is measured; 2 unless given.")
    private int seconds = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Made by the command line. */
    public CredentialCommand() {}

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 to " + LONGEST);
        }
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(TITLE, BenchMachine.look(), line -> {
            out.println(line);
            out.flush();
        });
        new CredentialBench(forms, Duration.ofSeconds(seconds), report).run();
        Optional.ofNullable(json)
                .ifPresent(file -> WholeFiles.write(
                        file.toAbsolutePath(),
                        report.json().getBytes(StandardCharsets.UTF_8),
                        WholeFiles.Readers.EVERYBODY));
        return 0;
    }
}
