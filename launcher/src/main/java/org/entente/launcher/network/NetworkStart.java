package org.entente.launcher.network;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.contract.ContractMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente network start}. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "Starts processes that are down.")
final class NetworkStart implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Parameters(paramLabel = "NODE", arity = "1..*", description = "Such as peer.AU, orderer.CN or chaincode.SG.")
    private List<String> names = List.of();

    @Option(
            names = "--contract-main",
            hidden = true,
            paramLabel = "CLASS",
            description = "Serves the contract instead of its own program, for the conformance suite only.")
    private String main = ContractMain.class.getName();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            FabricNetwork network = options.open();
            List<Node> nodes = Selection.of(network.nodes(main), names);
            nodes.forEach(Node::start);
            options.awaitMembership(network);
            network.warm(names);
            return 0;
        });
    }
}
