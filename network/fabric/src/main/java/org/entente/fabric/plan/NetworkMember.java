package org.entente.fabric.plan;

import org.entente.model.member.MemberId;

/**
 * A member of a network and where its nodes stand.
 *
 * @param id ISO 3166-1 alpha-2 code, and MSP id
 * @param name for people
 * @param host under which every other member reaches its nodes: a DNS name or an address
 * @param firstPort the first of {@link #PORTS} ports in a row
 * @param orders whether it runs an orderer
 */
public record NetworkMember(MemberId id, String name, String host, int firstPort, boolean orders) {
    /** How many ports a member takes. */
    public static final int PORTS = 8;

    private static final int HIGHEST = 65_535;

    /** Refuses a blank host or ports outside 1024 to 65535 with {@link IllegalArgumentException}. */
    public NetworkMember {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host has a name");
        }
        if (!isPort(firstPort)) {
            throw new IllegalArgumentException("a first port lies from 1024 to " + (HIGHEST - PORTS + 1));
        }
    }

    /** Whether a member's row of ports may begin here. */
    static boolean isPort(int first) {
        return first >= 1024 && first + PORTS - 1 <= HIGHEST;
    }

    /**
     * Whether its nodes serve this machine alone.
     *
     * @return true for {@code localhost} and the loopback addresses
     */
    public boolean isLocal() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /**
     * The address on which its nodes listen.
     *
     * @return the loopback address for a local member, otherwise every one
     */
    public String listenHost() {
        return isLocal() ? "127.0.0.1" : "0.0.0.0";
    }

    /**
     * Where a node of it is reached.
     *
     * @param port one of its ports
     * @return {@code host:port}
     */
    public String address(int port) {
        return host + ":" + port;
    }

    /**
     * For clients and other peers.
     *
     * @return a port
     */
    public int peerPort() {
        return firstPort;
    }

    /**
     * For health and metrics of the peer.
     *
     * @return a port, on the loopback address only
     */
    public int peerOperationsPort() {
        return firstPort + 1;
    }

    /**
     * On which the contract serves the member's own peer.
     *
     * @return a port
     */
    public int chaincodePort() {
        return firstPort + 2;
    }

    /**
     * For peers, clients and other orderers.
     *
     * @return a port
     */
    public int ordererPort() {
        return firstPort + 3;
    }

    /**
     * For the member's own administrator of its orderer.
     *
     * @return a port
     */
    public int ordererAdminPort() {
        return firstPort + 4;
    }

    /**
     * For health and metrics of the orderer.
     *
     * @return a port, on the loopback address only
     */
    public int ordererOperationsPort() {
        return firstPort + 5;
    }

    /**
     * On which a peer waits for contracts that it starts itself, of which there are none: it insists on the port.
     *
     * @return a port, on the loopback address only
     */
    public int peerChaincodePort() {
        return firstPort + 6;
    }

    /**
     * For the health of the contract's service.
     *
     * @return a port, on the loopback address only
     */
    public int chaincodeHealthPort() {
        return firstPort + 7;
    }
}
