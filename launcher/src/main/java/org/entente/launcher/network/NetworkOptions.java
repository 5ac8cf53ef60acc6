package org.entente.launcher.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.fabric.layout.NetworkLayout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands about a network share: which one, and how a failure is told. */
final class NetworkOptions {
    /** Twice what gossip's settings make of it. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The network's folder; .entente/network in the repository unless given.")
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    NetworkPlace place() {
        return NetworkPlace.of(data);
    }

    NetworkLayout layout() {
        return place().layout();
    }

    boolean exists() {
        return place().isTaken();
    }

    /** The network of the folder, as it was made. */
    FabricNetwork open() {
        return place().open();
    }

    /** The network of the folder, made from a members file if there is none yet. */
    FabricNetwork openOrMake(Path members, Optional<Path> contracts) {
        return place().openOrMake(members, contracts);
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
