package org.entente.launcher.network;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.PlanFile;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands about a network share: which one, and how a failure is told. */
final class NetworkOptions {
    /** What a network was made from is kept beside it: a running network does not change because a file did. */
    private static final String KEPT = "members.yaml";

    /** Twice what gossip's settings make of it. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    private static final String CONTRACTS = "contracts.path";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The network's folder; .entente/network in the repository unless given.")
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    NetworkLayout layout() {
        Path home = Path.of(System.getProperty("entente.home", "")).toAbsolutePath();
        return new NetworkLayout(data == null ? home.resolve(".entente").resolve("network") : data);
    }

    boolean exists() {
        return Files.exists(layout().folder().resolve(KEPT));
    }

    /** The network of the folder, as it was made. */
    FabricNetwork open() {
        Path kept = layout().folder().resolve(KEPT);
        if (!Files.exists(kept)) {
            throw new NetworkFailure("there is no network in " + layout().folder(), "./entente network up makes one.");
        }
        return network(WholeFiles.read(kept), kept);
    }

    /** The network of the folder, made from a members file if there is none yet. */
    FabricNetwork openOrMake(Path members, Optional<Path> contracts) {
        Path folder = layout().folder();
        Path kept = folder.resolve(KEPT);
        if (!Files.exists(kept)) {
            byte[] content = WholeFiles.read(members);
            plan(content, members);
            folder.toFile().mkdirs();
            contracts.ifPresent(path -> WholeFiles.write(
                    folder.resolve(CONTRACTS),
                    path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8),
                    WholeFiles.Readers.OWNER));
            WholeFiles.write(kept, content, WholeFiles.Readers.EVERYBODY);
        }
        return open();
    }

    private FabricNetwork network(byte[] content, Path file) {
        Path contracts = layout().folder().resolve(CONTRACTS);
        List<Path> more = Files.exists(contracts)
                ? List.of(Path.of(new String(WholeFiles.read(contracts), StandardCharsets.UTF_8)))
                : List.of();
        return new FabricNetwork(
                FabricPrograms.onDemand(String.valueOf(System.getenv("PATH"))), plan(content, file), layout(), more);
    }

    private static NetworkPlan plan(byte[] content, Path file) {
        return switch (PlanFile.read(content)) {
            case Checked.Accepted<NetworkPlan>(var plan, var remarks) -> plan;
            case Checked.Rejected<NetworkPlan>(var findings) ->
                throw new NetworkFailure(
                        file + " cannot be used:\n"
                                + findings.stream()
                                        .map(NetworkOptions::line)
                                        .collect(java.util.stream.Collectors.joining("\n")),
                        "docs/guides/network.md explains the file.");
        };
    }

    private static String line(Finding finding) {
        return "  " + finding.pointer() + ": " + finding.code().title() + " (" + finding.detail() + ")";
    }

    /** Exit codes: 0 done, 1 it is not as it should be, 3 it cannot be done. */
    int run(Callable<Integer> what) throws Exception {
        try {
            return what.call();
        } catch (NetworkFailure failure) {
            spec.commandLine().getErr().println("entente network: " + failure.getMessage());
            spec.commandLine().getErr().println(failure.remedy());
            return 3;
        }
    }

    /** Until the running peers have noticed who came or went, as long as that usually takes. */
    void awaitMembership(FabricNetwork network) {
        List<String> unaware = network.membership().await(NOTICED);
        if (!unaware.isEmpty()) {
            say(String.join(", ", unaware) + ": not yet aware of who came or went");
        }
    }

    void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
