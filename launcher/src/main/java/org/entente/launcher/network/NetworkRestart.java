package org.entente.launcher.network;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network restart}. */
@Command(name = "restart", mixinStandardHelpOptions = true, description = "Stops everything and starts it again.")
final class NetworkRestart implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            FabricNetwork network = options.open();
            options.say("Stopping everything, to start it again with Fabric " + network.fabricVersion());
            network.down();
            network.up(options::say);
            return 0;
        });
    }
}
