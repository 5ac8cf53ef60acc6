package org.entente.launcher.network;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente network up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Makes what is missing and starts everything, until the contract answers at each member.")
final class NetworkUp implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Mixin
    private final MembersOption members = new MembersOption();

    @Option(
            names = "--test-contract",
            hidden = true,
            paramLabel = "DIR",
            description = "Classes of a further contract, for the conformance suite only: it checks nothing.")
    private @Nullable Path contracts;

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            long start = System.nanoTime();
            FabricNetwork network = options.openOrMake(members.file(), Optional.ofNullable(contracts));
            network.up(step -> options.say(String.format(
                    java.util.Locale.ROOT, "  %5.1f s  %s", (System.nanoTime() - start) / NANOS_PER_SECOND, step)));
            options.say(String.format(
                    java.util.Locale.ROOT,
                    "  %5.1f s  the contract answers at each member",
                    (System.nanoTime() - start) / NANOS_PER_SECOND));
            options.say("Up, in " + network.layout().folder());
            return 0;
        });
    }
}
