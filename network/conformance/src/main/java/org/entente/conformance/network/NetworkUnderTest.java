package org.entente.conformance.network;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.entente.model.member.MemberId;

/**
 * A running network. The suite changes it only through the gateway and this interface, and assumes that nobody else writes
 * to its channel. Its chaincode holds the contract {@code entente} and, for this suite alone, the contract
 * {@code conformance}; collections and policies are those of the architecture.
 */
public interface NetworkUnderTest extends AutoCloseable {
    /**
     * What the network is, as part of a file name.
     *
     * @return for example {@code embedded} or {@code fabric-3.1.5}
     */
    String label();

    /**
     * The channel's name.
     *
     * @return for example {@code entente}
     */
    String channel();

    /**
     * The chaincode's name.
     *
     * @return for example {@code entente}
     */
    String chaincode();

    /**
     * Whether a single leader orders, as with Raft, instead of a quorum, as with SmartBFT. It shows in the answers to a
     * submit.
     *
     * @return true with Raft
     */
    boolean ordersByRaft();

    /**
     * The members, of which the suite uses AU, CN and SG as author, audience and third member.
     *
     * @return at least four
     */
    List<MemberId> members();

    /**
     * Where a member's peer listens.
     *
     * @param member a member
     * @return its gateway
     */
    Endpoint endpoint(MemberId member);

    /**
     * A node of a member that signs transactions.
     *
     * @param member a member
     * @return an identity of the role client
     */
    Credentials client(MemberId member);

    /**
     * Somebody who manages a member's public state.
     *
     * @param member a member
     * @return an identity of the role admin
     */
    Credentials administrator(MemberId member);

    /**
     * The authority whose certificates a member's nodes sign with.
     *
     * @param member a member
     * @return its root certificate
     */
    X509Certificate root(MemberId member);

    /**
     * Whether peers can be stopped from here. Tests that need it are skipped otherwise.
     *
     * @return true if {@link #stopPeer} and {@link #startPeer} work
     */
    boolean canStopPeers();

    /**
     * Takes a member's peer away, as a crash does. Returns once it no longer answers.
     *
     * @param member a member
     */
    void stopPeer(MemberId member);

    /**
     * Brings a member's peer back. Returns once it answers; what it missed may still arrive later.
     *
     * @param member a member
     */
    void startPeer(MemberId member);

    /**
     * Whether a member's peer can be made to run another contract. Tests that need it are skipped otherwise.
     *
     * @return true if {@link #replaceContract} works
     */
    boolean canReplaceContracts();

    /**
     * Has a member's peer run the hostile contract of this suite, or the agreed one again. Endpoints may change.
     *
     * @param member a member
     * @param hostile whether to replace it
     */
    void replaceContract(MemberId member, boolean hostile);

    /** Ends every node and starts it again on what its disk holds. Endpoints may change. */
    void restart();

    /**
     * Everything that stands on the disks of a member's nodes, as the member's own administrator finds it.
     *
     * @param member a member
     * @return files and folders; empty if they cannot be read from here
     */
    List<Path> holdings(MemberId member);

    /**
     * What the nodes of all members log.
     *
     * @return files and folders; empty if they cannot be read from here
     */
    List<Path> logs();

    @Override
    void close();
}
