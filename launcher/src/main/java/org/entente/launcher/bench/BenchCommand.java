package org.entente.launcher.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.launcher.bench.credential.CredentialCommand;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.ReportOptions;
import org.entente.launcher.bench.service.ServiceCommand;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.Folders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./entente bench}: one subcommand for each thing that is measured; with {@code --network fabric} the way of statements on
 * real peers. Exit code 3 if there are none.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures what this machine does, beside the limits of the same machine in the same run.",
        subcommands = {LedgerCommand.class, CredentialCommand.class, ServiceCommand.class})
public final class BenchCommand implements Callable<Integer> {
    private static final String TITLE = "entente bench --network fabric: real peers and orderers, one machine";
    private static final int CANNOT = 3;

    @Option(
            names = "--network",
            paramLabel = "fabric",
            description =
                    "Statements and plain creates on a real Fabric network made for it, of Fabric's own programs.")
    private @Nullable String network;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = "From which that network is made; two members with Raft unless given.")
    private @Nullable Path members;

    @Option(
            names = "--definition",
            description = "With --network fabric: instead, how a network's definition grows with its members.")
    private boolean definition;

    @Mixin
    private final ReportOptions options = new ReportOptions(15);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Made by the command line. */
    public BenchCommand() {}

    @Override
    public Integer call() throws Exception {
        if (!"fabric".equals(network)) {
            throw new ParameterException(spec.commandLine(), "ledger, credential, api, or --network fabric");
        }
        Path usual = Path.of(System.getProperty("entente.home", ""), "network", "fabric", "members-two.yaml");
        Path folder = Files.createTempDirectory("entente-bench");
        try {
            Report report = options.report(TITLE);
            if (definition) {
                DefinitionBench.run(report, folder);
            } else {
                new FabricBench(report, options.each(), folder, (members == null ? usual : members).toAbsolutePath())
                        .run();
            }
            options.write(report);
            return 0;
        } catch (ConsortiumFailure e) {
            spec.commandLine().getErr().println("entente bench: " + e.getMessage());
            spec.commandLine().getErr().println("  " + e.remedy());
            return CANNOT;
        } finally {
            Folders.delete(folder);
        }
    }
}
