package org.entente.launcher.network;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.Ordering;
import org.entente.launcher.process.JavaProgram;

/** What the conformance suite reads to find the network; the README of {@code network/conformance} lists the names. */
final class ConnectionFile {
    static final String NAME = "conformance.properties";

    /** In the test classes of the conformance suite, never in what is shipped. */
    private static final String HOSTILE = "org.entente.conformance.chaincode.HostileMain";

    /** By its name: the command line knows this package. */
    private static final String LAUNCHER = "org.entente.launcher.Main";

    private final FabricNetwork network;
    private final List<String> lines = new ArrayList<>();

    private ConnectionFile(FabricNetwork network) {
        this.network = network;
    }

    static void write(FabricNetwork network, String version) {
        new ConnectionFile(network).write(version);
    }

    private void write(String version) {
        NetworkPlan plan = network.plan();
        boolean raft = plan.ordering() == Ordering.RAFT;
        line("label", "fabric-" + version + (raft ? "-raft" : ""));
        line("ordering", raft ? "Raft" : "SmartBFT");
        line("channel", plan.channel());
        line("chaincode", NetworkPlan.CHAINCODE);
        line("members", plan.members().stream().map(each -> each.id().value()).collect(Collectors.joining(",")));
        plan.members().forEach(this::member);
        line("restart", control("restart", ""));
        line(
                "logs",
                network.nodes().stream()
                        .map(node -> node.layout().log().toString())
                        .collect(Collectors.joining(",")));
        WholeFiles.write(
                network.layout().folder().resolve(NAME),
                String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8),
                WholeFiles.Readers.OWNER);
    }

    private void member(NetworkMember member) {
        MemberLayout own = network.member(member);
        String id = member.id().value();
        line(id + ".address", member.address(member.peerPort()));
        line(id + ".tlsRoot", own.node("peer").tlsRoot().toString());
        line(id + ".root", own.msp().resolve("cacerts").resolve("ca.pem").toString());
        identity(id + ".client", own.node("client"));
        identity(id + ".admin", own.node("admin"));
        line(id + ".stop", control("stop", "--kill peer." + id));
        line(id + ".start", control("start", "peer." + id));
        if (network.servesTestContracts()) {
            line(id + ".hostile", serve(id, " --contract-main " + HOSTILE));
            line(id + ".honest", serve(id, ""));
        }
        line(
                id + ".holdings",
                own.node("peer").data() + "," + own.node("orderer").data());
    }

    private void identity(String name, NodeLayout node) {
        Path msp = node.msp();
        line(name + ".certificate", msp.resolve("signcerts").resolve("cert.pem").toString());
        line(name + ".key", msp.resolve("keystore").resolve("priv_sk").toString());
    }

    private String control(String action, String node) {
        List<String> command = new JavaProgram(JavaProgram.ownClassPath(), LAUNCHER, List.of()).command(List.of());
        return command.stream().map(ConnectionFile::quoted).collect(Collectors.joining(" "))
                + " network "
                + action
                + " --data "
                + quoted(network.layout().folder().toString())
                + " "
                + node;
    }

    private String serve(String id, String options) {
        String node = "chaincode." + id;
        return control("stop", node) + " && " + control("start", node + options);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private void line(String name, String value) {
        lines.add(name + "=" + value.replace("\\", "\\\\"));
    }
}
