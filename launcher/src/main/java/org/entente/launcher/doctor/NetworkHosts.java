package org.entente.launcher.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.launcher.consortium.AllAtOnce;
import org.entente.launcher.doctor.Verdict.Good;
import org.entente.launcher.doctor.Verdict.Poor;

/** Whether the nodes of members on other machines take connections from this one. */
final class NetworkHosts {
    private static final int PATIENCE_MILLISECONDS = 2_000;

    private final NetworkPlan plan;

    NetworkHosts(NetworkPlan plan) {
        this.plan = plan;
    }

    Verdict look() {
        List<Node> nodes = plan.members().stream()
                .filter(member -> !member.isLocal())
                .flatMap(NetworkHosts::nodes)
                .toList();
        Set<Node> answering = ConcurrentHashMap.newKeySet();
        AllAtOnce.run(nodes.stream()
                .map(node -> (Runnable) () -> {
                    if (node.answers()) {
                        answering.add(node);
                    }
                })
                .toList());
        List<String> silent = nodes.stream()
                .filter(node -> !answering.contains(node))
                .map(node -> node.member().address(node.port()) + " ("
                        + node.member().id() + ")")
                .toList();
        if (!silent.isEmpty()) {
            return new Poor(
                    "no connection to " + DoctorReport.some(silent),
                    "Let those members start their nodes and open these ports to this machine, and look at the name's"
                            + " address and the firewall here.");
        }
        return new Good(
                nodes.isEmpty()
                        ? "every member's nodes stand on this machine"
                        : "all " + nodes.size() + " nodes on other machines take connections");
    }

    private static Stream<Node> nodes(NetworkMember member) {
        Node peer = new Node(member, member.peerPort());
        return member.orders() ? Stream.of(peer, new Node(member, member.ordererPort())) : Stream.of(peer);
    }

    private record Node(NetworkMember member, int port) {
        boolean answers() {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(member.host(), port), PATIENCE_MILLISECONDS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
