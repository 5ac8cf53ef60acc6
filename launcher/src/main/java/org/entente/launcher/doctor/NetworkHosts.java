package org.entente.launcher.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
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
        List<String> silent = new ArrayList<>();
        int asked = 0;
        for (NetworkMember member : plan.members()) {
            if (member.isLocal()) {
                continue;
            }
            List<Integer> ports =
                    member.orders() ? List.of(member.peerPort(), member.ordererPort()) : List.of(member.peerPort());
            for (int port : ports) {
                asked++;
                if (!answers(member.host(), port)) {
                    silent.add(member.address(port) + " (" + member.id() + ")");
                }
            }
        }
        if (!silent.isEmpty()) {
            return new Poor(
                    "no connection to " + NetworkPorts.some(silent),
                    "Let those members start their nodes and open these ports to this machine, and look at the name's"
                            + " address and the firewall here.");
        }
        return new Good(
                asked == 0
                        ? "every member's nodes stand on this machine"
                        : "all " + asked + " nodes on other machines take connections");
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
