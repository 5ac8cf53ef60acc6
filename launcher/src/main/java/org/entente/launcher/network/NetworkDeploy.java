package org.entente.launcher.network;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network deploy}. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Has the running containers of a network join the channel, and deploys the contract there.")
final class NetworkDeploy implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            new ContainerDeployment(options.place().openContained()).run(step -> options.say("  " + step));
            options.say("The contract answers at each member.");
            return 0;
        });
    }
}
