package org.entente.launcher.network;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.launcher.consortium.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network clean}. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Stops everything and deletes the network, its keys and its ledger.")
final class NetworkClean implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            Path folder = options.layout().folder();
            if (options.exists()) {
                options.open().down();
                Folders.delete(folder);
            }
            options.say("There is no network in " + folder + ".");
            return 0;
        });
    }
}
