package org.entente.launcher.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente network logs}. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Where each process writes, and its last lines.")
final class NetworkLogs implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Option(names = "--lines", paramLabel = "N", description = "How many of each; 3 unless given.")
    private int lines = 3;

    private List<String> last(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> all = Files.readAllLines(log);
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            for (Node node : options.open().nodes()) {
                options.say(node.name() + ": " + node.layout().log());
                last(node.layout().log()).forEach(line -> options.say("  " + line));
            }
            return 0;
        });
    }
}
