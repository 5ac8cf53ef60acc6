package org.entente.launcher.network;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente network stop}. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops processes.")
final class NetworkStop implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Parameters(paramLabel = "NODE", arity = "1..*", description = "Such as peer.AU, orderer.CN or chaincode.SG.")
    private List<String> names = List.of();

    @Option(names = "--kill", description = "As a crash does, with no chance to end in order.")
    private boolean kill;

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            FabricNetwork network = options.open();
            List<Node> nodes = Selection.of(network.nodes(), names);
            nodes.forEach(kill ? Node::kill : Node::stop);
            options.awaitMembership(network);
            return 0;
        });
    }
}
