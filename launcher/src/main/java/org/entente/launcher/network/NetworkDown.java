package org.entente.launcher.network;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network down}. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything; what it stored stays.")
final class NetworkDown implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            if (!options.exists()) {
                options.say("There is no network in " + options.layout().folder() + ".");
                return 0;
            }
            options.open().down();
            options.say("Down. ./entente network up starts it again; clean deletes it.");
            return 0;
        });
    }
}
