package org.entente.fabric.plan;

import java.util.Locale;

/** Under which host others reach a member's nodes. */
@FunctionalInterface
public interface NodeHosts {
    /** All nodes under the member's own host, told apart by their ports. */
    NodeHosts OWN = (member, node) -> member.host();

    /** Each node is a machine of its own in a network of containers, named as its certificate names it. */
    NodeHosts CONTAINERS = NodeHosts::container;

    /** Others reach peer and orderer at their member's own host; inside the member's namespace each has its container's name. */
    NodeHosts CLUSTER =
            (member, node) -> node.equals("peer") || node.equals("orderer") ? member.host() : container(member, node);

    /**
     * A node's host.
     *
     * @param member whose
     * @param node {@code peer}, {@code orderer}, {@code chaincode}, {@code database} or {@code api}
     * @return a DNS name or an address
     */
    String of(NetworkMember member, String node);

    private static String container(NetworkMember member, String node) {
        return (node + "." + member.id()).toLowerCase(Locale.ROOT);
    }
}
