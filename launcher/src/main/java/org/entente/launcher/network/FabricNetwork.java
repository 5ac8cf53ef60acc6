package org.entente.launcher.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.contract.ContractMain;
import org.entente.fabric.config.ChannelConfiguration;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.NodeHosts;
import org.entente.launcher.consortium.AllAtOnce;
import org.entente.launcher.consortium.Phases;
import org.entente.launcher.process.Tool;

/** A Fabric network of native processes on this machine: every step finds what an earlier run did, and goes on from there. */
final class FabricNetwork {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Supplier<FabricPrograms> programs;
    private final NetworkPlan plan;
    private final NetworkLayout layout;
    private final List<Path> moreContracts;

    FabricNetwork(Supplier<FabricPrograms> programs, NetworkPlan plan, NetworkLayout layout, List<Path> moreContracts) {
        this.programs = programs;
        this.plan = plan;
        this.layout = layout;
        this.moreContracts = List.copyOf(moreContracts);
    }

    /** Brings it up, telling each step; it stays up when this process ends. */
    void up(Consumer<String> told) {
        up(told, OptionalLong.empty());
    }

    /** Brings it up for a process: when that ends, however it ends, so does the network. */
    void up(Consumer<String> told, OptionalLong owner) {
        told.accept("Fabric " + fabricVersion());
        told.accept("keys, certificates and settings of " + plan.members().size() + " members");
        NetworkFiles.write(plan, layout, Instant.now());
        genesis();
        told.accept("orderers (" + plan.ordering() + ")");
        all(plan.orderers(), member -> orderer(member).start());
        all(plan.orderers(), this::joinOrderer);
        told.accept("peers");
        all(plan.members(), member -> peer(member).start());
        all(plan.members(), member -> administrator(member).join());
        told.accept("the contract: a service of each peer, installed and approved by each member");
        all(plan.members(), this::serve);
        administrator(plan.members().getFirst()).commit();
        all(plan.members(), member -> administrator(member).warm());
        List<String> alone = membership().await(LONGEST);
        if (!alone.isEmpty()) {
            throw new NetworkFailure(
                    "these do not find the other peers: " + String.join(", ", alone),
                    "The logs stand in " + layout.folder() + ". ./entente network status shows who is there.");
        }
        ConnectionFile.write(this, fabricVersion());
        supervisor().start(owner);
    }

    /**
     * The version of Fabric's programs here. Asked first, so that what is missing is told before anything is done.
     *
     * @return for example 3.1.5
     * @throws NetworkFailure if a program is missing or too old
     */
    String fabricVersion() {
        return programs.get().version();
    }

    private void serve(NetworkMember member) {
        ContractService service = service(member);
        PeerAdmin administrator = administrator(member);
        administrator.install(service.packed());
        service.node(ContractMain.class.getName()).start();
        administrator.approve(service.packed());
    }

    /** The first member alone, of a network whose others only stand in the channel. */
    void firstAlone(Phases phases) {
        NetworkMember first = plan.members().getFirst();
        phases.run("files", () -> NetworkFiles.write(plan, layout, Instant.now()));
        phases.run("first block", this::genesis);
        orderer(first).start();
        phases.run("orderer joins", () -> joinOrderer(first));
        peer(first).start();
        phases.run("peer joins", () -> administrator(first).join());
        administrator(first).install(service(first).packed());
        phases.run(
                "definition approved",
                () -> administrator(first).approve(service(first).packed()));
    }

    void genesis() {
        if (Files.exists(layout.genesisBlock())) {
            return;
        }
        demand(
                "make the first block",
                List.of(
                        programs.get().program("configtxgen"),
                        "-configPath",
                        layout.channel().toString(),
                        "-profile",
                        ChannelConfiguration.PROFILE,
                        "-channelID",
                        plan.channel(),
                        "-outputBlock",
                        layout.genesisBlock().toString()));
    }

    void joinOrderer(NetworkMember member) {
        Tool.Outcome joined = Tool.run(participation(member, List.of("channel", "list")), Map.of(), LONGEST);
        long end = System.nanoTime() + LONGEST.toNanos();
        // Its health is told before its administration listens.
        while (joined.output().contains("connection refused") && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            joined = Tool.run(participation(member, List.of("channel", "list")), Map.of(), LONGEST);
        }
        if (joined.output().contains("\"" + plan.channel() + "\"")) {
            return;
        }
        demand(
                "join the orderer of " + member.id(),
                participation(
                        member,
                        List.of(
                                "channel",
                                "join",
                                "--channelID",
                                plan.channel(),
                                "--config-block",
                                layout.genesisBlock().toString())));
    }

    private List<String> participation(NetworkMember member, List<String> what) {
        NodeLayout administrator = layout.member(member.id()).node("admin");
        List<String> command = new ArrayList<>(List.of(programs.get().program("osnadmin")));
        command.addAll(what);
        command.addAll(List.of("-o", "127.0.0.1:" + member.ordererAdminPort()));
        command.addAll(List.of("--ca-file", administrator.tlsRoot().toString()));
        command.addAll(List.of("--client-cert", administrator.tlsCertificate().toString()));
        command.addAll(List.of("--client-key", administrator.tlsKey().toString()));
        return command;
    }

    private void demand(String what, List<String> command) {
        Tool.Outcome outcome = Tool.run(command, Map.of("FABRIC_LOGGING_SPEC", "ERROR"), LONGEST);
        // osnadmin ends with 0 whatever the orderer answers; one that has just started lists a channel only once it has
        // opened it.
        boolean refused = !outcome.isGood()
                || (outcome.output().contains("\"error\"") && !outcome.output().contains("channel already exists"));
        if (refused) {
            throw new NetworkFailure(
                    "cannot " + what + ": " + outcome.output().strip(), "The logs stand in " + layout.folder() + ".");
        }
    }

    PeerAdmin administrator(NetworkMember member) {
        return new PeerAdmin(programs.get(), plan, layout, member);
    }

    ContractService service(NetworkMember member) {
        boolean contained = Files.exists(layout.compose());
        return new ContractService(
                member,
                layout.member(member.id()),
                moreContracts,
                contained ? NodeHosts.CONTAINERS : (each, node) -> "localhost");
    }

    private static Map<String, String> environment(NodeLayout node) {
        return Map.of(
                "FABRIC_CFG_PATH", node.folder().toString(),
                "FABRIC_LOGGING_SPEC", "INFO",
                "FABRIC_LOGGING_FORMAT", "%{time:2006-01-02T15:04:05.000Z07:00} %{level:.4s} [%{module}] %{message}");
    }

    private Node peer(NetworkMember member) {
        NodeLayout node = layout.member(member.id()).node("peer");
        return new Node(
                "peer." + member.id(),
                node,
                () -> List.of(programs.get().program("peer"), "node", "start"),
                environment(node),
                OptionalInt.of(member.peerOperationsPort()),
                member.peerPort());
    }

    private Node orderer(NetworkMember member) {
        NodeLayout node = layout.member(member.id()).node("orderer");
        return new Node(
                "orderer." + member.id(),
                node,
                () -> List.of(programs.get().program("orderer"), "start"),
                environment(node),
                OptionalInt.of(member.ordererOperationsPort()),
                member.ordererPort());
    }

    /** Every process, in the order of a start. */
    List<Node> nodes() {
        return nodes(ContractMain.class.getName());
    }

    /** The same, with another program for the contract's services. */
    List<Node> nodes(String contractMain) {
        return Stream.of(
                        plan.orderers().stream().map(this::orderer),
                        plan.members().stream().map(this::peer),
                        plan.members().stream()
                                .filter(member ->
                                        Files.exists(layout.member(member.id()).chaincodePackage()))
                                .map(member -> service(member).node(contractMain)))
                .flatMap(each -> each)
                .toList();
    }

    /** Waits until the contract answers at the members whose nodes these are, as far as peer and service run. */
    void warm(List<String> names) {
        for (NetworkMember member : plan.members()) {
            Node service = service(member).node(ContractMain.class.getName());
            Node peer = peer(member);
            if ((names.contains(service.name()) || names.contains(peer.name()))
                    && service.isRunning()
                    && peer.isRunning()) {
                administrator(member).warm();
            }
        }
    }

    /** Which peers are taken to be there. */
    Membership membership() {
        return new Membership(
                plan.channel(), plan.members().stream().map(this::peer).toList());
    }

    /** Starts again what ends by itself. */
    Supervisor supervisor() {
        return new Supervisor(layout.folder());
    }

    void down() {
        supervisor().stop();
        stopNodes();
    }

    /** Everything but the supervisor. */
    void stopNodes() {
        List<Node> nodes = nodes().reversed();
        AllAtOnce.run(nodes.stream().map(node -> (Runnable) node::stop).toList());
    }

    boolean servesTestContracts() {
        return !moreContracts.isEmpty();
    }

    NetworkPlan plan() {
        return plan;
    }

    NetworkLayout layout() {
        return layout;
    }

    MemberLayout member(NetworkMember member) {
        return layout.member(member.id());
    }

    private static void all(List<NetworkMember> members, Consumer<NetworkMember> step) {
        AllAtOnce.run(members.stream()
                .map(member -> (Runnable) () -> step.accept(member))
                .toList());
    }
}
