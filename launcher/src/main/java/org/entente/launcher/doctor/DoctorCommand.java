package org.entente.launcher.doctor;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.launcher.doctor.Check.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente doctor}: exit code 0 when everything that Entente needs is there, 1 when something is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks whether this machine can build and run Entente, and says how to mend what it cannot.",
            "With --network fabric also what a real Fabric network takes: its programs, ports, disk, certificates, clock."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything that is needed is there", "1:something is missing", "2:wrong usage"})
public final class DoctorCommand implements Callable<Integer> {
    private final List<Check> checks;

    @Option(names = "--json", description = "One JSON document instead of lines.")
    private boolean json;

    @Option(
            names = "--network",
            paramLabel = "KIND",
            description = "fabric: also checks what a real Fabric network takes.")
    private @Nullable String network;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "With --network fabric: that network's folder; .entente/network unless given.")
    private @Nullable Path data;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description =
                    "With --network fabric: from which a new one would be made; network/fabric/members.yaml unless"
                            + " given.")
    private @Nullable Path members;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Checks this machine; the repository's folder comes from the system property {@code entente.home}. */
    public DoctorCommand() {
        this(Machine.checks(Path.of(System.getProperty("entente.home", "")).toAbsolutePath()));
    }

    /** Takes other checks of the machine. */
    DoctorCommand(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>();
        for (Check check : all()) {
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

    private List<Check> all() {
        if (network == null) {
            if (data != null || members != null) {
                throw new ParameterException(spec.commandLine(), "--data and --members go with --network fabric");
            }
            return checks;
        }
        if (!"fabric".equals(network)) {
            throw new ParameterException(
                    spec.commandLine(), "--network takes fabric: an embedded network needs nothing more");
        }
        NetworkChecks more = new NetworkChecks(Optional.ofNullable(data), Optional.ofNullable(members));
        List<Check> all = new ArrayList<>(checks);
        all.addAll(more.checks());
        return all;
    }
}
