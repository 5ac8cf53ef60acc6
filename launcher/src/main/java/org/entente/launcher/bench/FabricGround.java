package org.entente.launcher.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.entente.launcher.consortium.Groundwork;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.launcher.network.RealNetwork;
import org.entente.model.member.MemberId;

/** A real Fabric network on this machine, whose contract's services also hold the plain contract that is compared with. */
final class FabricGround implements BenchGround {
    private final Groundwork work;
    private final RealNetwork network;
    private final Map<MemberId, NodeSettings> settings = new TreeMap<>();
    private final Thread onExit = new Thread(this::stop, "entente stop");

    FabricGround(Path folder, Path members, Consumer<String> told) {
        this.work = Groundwork.in(folder);
        this.network = RealNetwork.in(folder.resolve("fabric"), members);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            network.up(told);
            network.serve(PlainContractMain.class.getName());
            Groundwork.DatabaseServer server = work.startDatabase();
            network.members().forEach(member -> settings.put(member, work.prepare(member, network, server)));
            work.found(network, Map.of());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What it is, in a few words. */
    String words() {
        return network.words();
    }

    @Override
    public List<MemberId> members() {
        return network.members();
    }

    @Override
    public NodeSettings settings(MemberId member) {
        return Objects.requireNonNull(settings.get(member));
    }

    /** What a member's peer keeps. */
    Path peerData(MemberId member) {
        return network.holdings(member).getFirst().resolve("data");
    }

    /** Processor time of the network's own processes since they began, by kind: peer, orderer, chaincode, supervisor. */
    Map<String, Duration> processorTime() {
        Map<String, Duration> spent = new TreeMap<>();
        network.processes()
                .forEach((name, process) -> spent.merge(
                        name.replaceFirst("[.].*", ""),
                        process.info().totalCpuDuration().orElse(Duration.ZERO),
                        Duration::plus));
        return spent;
    }

    private void stop() {
        network.down();
        work.close();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the process is ending, and this is what its end runs
            return;
        }
    }
}
