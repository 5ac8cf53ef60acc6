package org.entente.launcher.network;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Which processes serve; exit code 1 if one does not.")
final class NetworkStatus implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            boolean whole = true;
            FabricNetwork network = options.open();
            for (Node node : network.nodes()) {
                boolean serves = node.isServing();
                whole &= serves;
                options.say(String.format(
                        java.util.Locale.ROOT,
                        "  %-14s %-12s %s",
                        node.name(),
                        serves ? "serves" : node.isRunning() ? "not healthy" : "down",
                        "port " + node.serves()));
            }
            boolean watched = network.supervisor().process().find().isPresent();
            options.say(String.format(
                    java.util.Locale.ROOT, "  %-14s %s", "supervisor", watched ? "watches the others" : "down"));
            return whole && watched ? 0 : 1;
        });
    }
}
