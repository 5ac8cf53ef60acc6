package org.entente.launcher.bench.report;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.entente.certs.file.WholeFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that measure have in common: for how long, and where the figures go. */
public final class ReportOptions {
    private static final int LONGEST = 600;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file as well.")
    private @Nullable Path json;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each row is measured; ${DEFAULT-VALUE} unless given.")
    private int seconds;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec command;

    /**
     * The options of a command.
     *
     * @param seconds how long each row is measured unless the command line says otherwise
     */
    public ReportOptions(int seconds) {
        this.seconds = seconds;
    }

    /**
     * How long each row is measured.
     *
     * @return 1 to 600 seconds
     * @throws ParameterException if the command line names another length
     */
    public Duration each() {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(command.commandLine(), "--seconds is 1 to " + LONGEST);
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * Begins the report of the command, whose lines are seen as they come.
     *
     * @param title of the bench
     * @return with its first lines printed
     */
    public Report report(String title) {
        PrintWriter out = command.commandLine().getOut();
        return new Report(title, BenchMachine.look(), line -> {
            out.println(line);
            out.flush();
        });
    }

    /**
     * Writes the figures to the file that the command line names, if it names one.
     *
     * @param report is whole
     */
    public void write(Report report) {
        if (json != null) {
            WholeFiles.write(
                    json.toAbsolutePath(),
                    report.json().getBytes(StandardCharsets.UTF_8),
                    WholeFiles.Readers.EVERYBODY);
        }
    }
}
