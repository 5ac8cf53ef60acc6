package org.entente.launcher.bench.credential;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente bench credential}: exit code 0 when everything was measured, whatever the figures say. */
@Command(
        name = "credential",
        mixinStandardHelpOptions = true,
        description = "Credentials issued and checked a second on one thread, beside the bare signatures of the same"
                + " provider in the same run.")
public final class CredentialCommand implements Callable<Integer> {
    static final String TITLE = "entente bench credential: one thread, keys in memory, information at hand";

    @Option(
            names = "--only",
            paramLabel = "FORM",
            split = ",",
            description = "Measures only these forms: ${COMPLETION-CANDIDATES}; all unless given.")
    private Set<SecuredForm> forms = EnumSet.allOf(SecuredForm.class);

    @Mixin
    private final ReportOptions options = new ReportOptions(2);

    /** Made by the command line. */
    public CredentialCommand() {}

    @Override
    public Integer call() {
        Duration each = options.each();
        Report report = options.report(TITLE);
        new CredentialBench(forms, each, report).run();
        options.write(report);
        return 0;
    }
}
