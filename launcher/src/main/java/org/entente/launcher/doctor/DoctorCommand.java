package org.entente.launcher.doctor;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.launcher.doctor.Check.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente doctor}: exit code 0 when everything that Entente needs is there, 1 when something is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks whether this machine can build and run Entente, and says how to mend what it cannot.")
public final class DoctorCommand implements Callable<Integer> {
    private final List<Check> checks;

    @Option(names = "--json", description = "One JSON document instead of lines.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Checks this machine; the repository's folder comes from the system property {@code entente.home}. */
    public DoctorCommand() {
        this(Machine.checks(Path.of(System.getProperty("entente.home", "")).toAbsolutePath()));
    }

    DoctorCommand(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            Finding finding = check.run();
            findings.add(finding);
            if (!json) {
                out.println(DoctorReport.line(finding));
                out.flush();
            }
        }
        out.println(json ? DoctorReport.json(findings) : DoctorReport.summary(findings));
        return DoctorReport.isHealthy(findings) ? 0 : 1;
    }
}
