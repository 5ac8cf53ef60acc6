package org.entente.launcher.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.fabric.plan.NetworkMember;
import org.entente.launcher.doctor.Verdict.Bad;
import org.entente.launcher.doctor.Verdict.Good;
import org.entente.launcher.network.NetworkInspection;

/** Whether the ports of a network's processes are free for those that do not run. */
final class NetworkPorts {
    private final NetworkInspection found;

    NetworkPorts(NetworkInspection found) {
        this.found = found;
    }

    Verdict look() {
        List<String> taken = new ArrayList<>();
        int free = 0;
        for (NetworkMember member : found.plan().members()) {
            for (var process : ports(member).entrySet()) {
                if (found.running().contains(process.getKey())) {
                    continue;
                }
                for (int port : process.getValue()) {
                    if (isFree(member.listenHost(), port)) {
                        free++;
                    } else {
                        taken.add(port + " (" + process.getKey() + ")");
                    }
                }
            }
        }
        if (!taken.isEmpty()) {
            return new Bad(
                    "other programs use " + DoctorReport.some(taken),
                    "End them (ss -ltnp shows which), or make a network from a members file with another firstPort.");
        }
        return new Good(free + " ports are free, " + found.running().size() + " processes of the network run");
    }

    /** A member's ports by the process that takes them. */
    private static Map<String, List<Integer>> ports(NetworkMember member) {
        Map<String, List<Integer>> ports = new TreeMap<>();
        ports.put(
                "peer." + member.id(),
                List.of(member.peerPort(), member.peerOperationsPort(), member.peerChaincodePort()));
        ports.put("chaincode." + member.id(), List.of(member.chaincodePort(), member.chaincodeHealthPort()));
        if (member.orders()) {
            ports.put(
                    "orderer." + member.id(),
                    List.of(member.ordererPort(), member.ordererAdminPort(), member.ordererOperationsPort()));
        }
        return ports;
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket server = new ServerSocket()) {
            // as the programs themselves do: a port that a process has just left is free
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
