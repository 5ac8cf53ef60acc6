package org.entente.fabric.config;

import java.nio.file.Path;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NodeHosts;

/**
 * How the programs of one member see their files and each other: what differs between processes of one machine and
 * containers. Everything else in their settings is the same.
 *
 * @param files as the programs see them
 * @param builder the folder of the external builder, see {@link ChaincodeBuilder}
 * @param hosts of all members
 * @param apart whether each program has a network of its own, so that nobody reaches its loopback address
 */
public record Surroundings(MemberLayout files, Path builder, NodeHosts hosts, boolean apart) {
    private static final Path INSIDE = Path.of("/entente");

    /**
     * Processes of one machine.
     *
     * @param files of the member
     * @param builder the folder of the external builder
     * @return their surroundings
     */
    public static Surroundings machine(MemberLayout files, Path builder) {
        return new Surroundings(files, builder, NodeHosts.OWN, false);
    }

    /**
     * Containers, each with the files of its own node under {@code /entente} and nothing else of the member's.
     *
     * @param hosts under which they are reached
     * @return their surroundings
     */
    public static Surroundings containers(NodeHosts hosts) {
        return new Surroundings(new MemberLayout(INSIDE), INSIDE.resolve("builder"), hosts, true);
    }

    /** The address on which a node takes calls. */
    String listen(NetworkMember member) {
        return apart ? "0.0.0.0" : member.listenHost();
    }

    /** The address for health, metrics and administration: the machine's own, or whatever the container's network allows. */
    String listenInside() {
        return apart ? "0.0.0.0" : "127.0.0.1";
    }

    String address(NetworkMember member, String node, int port) {
        return hosts.of(member, node) + ":" + port;
    }
}
