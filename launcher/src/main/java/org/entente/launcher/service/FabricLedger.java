package org.entente.launcher.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.consortium.NetworkView;
import org.entente.launcher.network.RealNetwork;
import org.entente.launcher.process.ChildProcess;
import org.entente.launcher.process.Guard;
import org.entente.model.member.MemberId;

/** A real Fabric network: a peer, an orderer and the contract's service of each member, in processes of their own. */
final class FabricLedger implements Ledger {
    private final RealNetwork network;
    private volatile boolean stopping;

    private FabricLedger(RealNetwork network) {
        this.network = network;
    }

    /**
     * The network of a folder.
     *
     * @param folder keeps it
     * @param members the file from which a new one is made
     * @throws ConsortiumFailure if it cannot be one for the demo
     */
    static FabricLedger in(Path folder, Path members) {
        RealNetwork network = RealNetwork.in(folder, members);
        if (!Set.copyOf(network.members()).equals(Set.copyOf(Consortium.MEMBERS))) {
            throw new ConsortiumFailure(
                    Code.NETWORK,
                    members + " has the members " + network.members(),
                    "The demo's four administrations are " + Consortium.MEMBERS + ".");
        }
        return new FabricLedger(network);
    }

    @Override
    public String label() {
        return network.words() + ", one machine";
    }

    @Override
    public String limits() {
        return "real peers and orderers, each member's a process of its own. Consensus among machines, and among owners, is"
                + " not shown by that.";
    }

    @Override
    public NetworkView view() {
        return network;
    }

    @Override
    public Optional<Path> connection(MemberId member) {
        return Optional.of(network.connection(member));
    }

    @Override
    public void start(Guard guard, Watcher watcher) {
        try {
            network.up(watcher::progress);
        } finally {
            network.processes().forEach((name, process) -> {
                // The supervisor ends by itself, with whatever it has started again since.
                if (name.equals(RealNetwork.SUPERVISOR)) {
                    return;
                }
                guard.watch(process.pid(), Guard.Signal.TERM);
                ChildProcess.whenEnded(process, () -> {
                    guard.forget(process.pid());
                    if (!stopping) {
                        watcher.alarm(
                                name + " has ended; the others go on as far as they can, and it is started again.");
                    }
                });
            });
        }
        watcher.progress(network.words() + " runs");
    }

    @Override
    public void stop() {
        stopping = true;
        network.down();
    }
}
