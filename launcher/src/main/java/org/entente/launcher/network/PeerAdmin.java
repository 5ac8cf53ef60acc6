package org.entente.launcher.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.entente.fabric.config.ChaincodePackage;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.launcher.process.Tool;

/** What a member's administrator does with Fabric's program {@code peer}. */
final class PeerAdmin {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String NO_LEADER = "SERVICE_UNAVAILABLE";
    private static final int SEQUENCE = 1;

    private final FabricPrograms programs;
    private final NetworkPlan plan;
    private final NetworkLayout layout;
    private final NetworkMember member;

    PeerAdmin(FabricPrograms programs, NetworkPlan plan, NetworkLayout layout, NetworkMember member) {
        this.programs = programs;
        this.plan = plan;
        this.layout = layout;
        this.member = member;
    }

    private MemberLayout own() {
        return layout.member(member.id());
    }

    private Tool.Outcome ask(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(programs.program("peer")));
        command.addAll(arguments);
        NodeLayout peer = own().node("peer");
        return Tool.run(
                command,
                Map.of(
                        "FABRIC_CFG_PATH", peer.folder().toString(),
                        "FABRIC_LOGGING_SPEC", "ERROR",
                        "CORE_PEER_MSPCONFIGPATH", own().node("admin").msp().toString()),
                LONGEST);
    }

    private void demand(String what, List<String> arguments) {
        Tool.Outcome outcome = ask(arguments);
        long end = System.nanoTime() + LONGEST.toNanos();
        // Orderers that have just started have no leader yet.
        while (outcome.output().contains(NO_LEADER) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            outcome = ask(arguments);
        }
        if (!outcome.isGood()) {
            throw new NetworkFailure(
                    member.id() + " cannot " + what + ": " + outcome.output().strip(),
                    "The logs stand in " + layout.folder() + "; ./entente network logs shows where.");
        }
    }

    /** Joins the channel, unless the peer has. */
    void join() {
        Tool.Outcome joined = ask(List.of("channel", "list"));
        if (!joined.output().lines().anyMatch(plan.channel()::equals)) {
            demand(
                    "join the channel",
                    List.of("channel", "join", "-b", layout.genesisBlock().toString()));
        }
    }

    void install(ChaincodePackage packed) {
        if (!ask(List.of("lifecycle", "chaincode", "queryinstalled")).output().contains(packed.id())) {
            demand(
                    "install the contract",
                    List.of(
                            "lifecycle",
                            "chaincode",
                            "install",
                            own().chaincodePackage().toString()));
        }
    }

    void approve(ChaincodePackage packed) {
        Tool.Outcome approved = ask(List.of(
                "lifecycle",
                "chaincode",
                "queryapproved",
                "--channelID",
                plan.channel(),
                "--name",
                NetworkPlan.CHAINCODE,
                "--sequence",
                String.valueOf(SEQUENCE)));
        if (approved.isGood() && approved.output().contains(packed.id())) {
            return;
        }
        List<String> arguments = definition("approveformyorg");
        arguments.addAll(List.of("--package-id", packed.id()));
        demand("approve the contract", arguments);
    }

    /** With the peers of all members: the majority has to endorse it. */
    void commit() {
        Tool.Outcome committed = ask(List.of(
                "lifecycle",
                "chaincode",
                "querycommitted",
                "--channelID",
                plan.channel(),
                "--name",
                NetworkPlan.CHAINCODE));
        if (committed.isGood()) {
            return;
        }
        List<String> arguments = definition("commit");
        for (NetworkMember each : plan.members()) {
            Path root = layout.member(each.id()).node("peer").tlsRoot();
            arguments.addAll(List.of("--peerAddresses", each.address(each.peerPort())));
            arguments.addAll(List.of("--tlsRootCertFiles", root.toString()));
        }
        demand("commit the contract's definition", arguments);
    }

    private List<String> definition(String action) {
        NetworkMember orderer = plan.orderers().stream()
                .filter(member::equals)
                .findFirst()
                .orElseGet(() -> plan.orderers().getFirst());
        return new ArrayList<>(List.of(
                "lifecycle",
                "chaincode",
                action,
                "--orderer",
                orderer.address(orderer.ordererPort()),
                "--tls",
                "--cafile",
                layout.member(orderer.id()).node("orderer").tlsRoot().toString(),
                "--channelID",
                plan.channel(),
                "--name",
                NetworkPlan.CHAINCODE,
                "--version",
                ContractService.VERSION,
                "--sequence",
                String.valueOf(SEQUENCE),
                "--collections-config",
                layout.collections().toString()));
    }

    /** Asks the contract something, so that its first real caller meets it warm. */
    void warm() {
        demand(
                "reach its contract",
                List.of(
                        "chaincode",
                        "query",
                        "--channelID",
                        plan.channel(),
                        "--name",
                        NetworkPlan.CHAINCODE,
                        "--ctor",
                        "{\"Args\":[\"org.hyperledger.fabric:GetMetadata\"]}"));
    }
}
