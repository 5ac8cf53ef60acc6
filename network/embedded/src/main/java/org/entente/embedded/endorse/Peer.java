package org.entente.embedded.endorse;

import org.entente.embedded.identity.SigningIdentity;
import org.entente.embedded.privacy.PrivateLog;
import org.entente.embedded.privacy.TransientStore;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.shim.Chaincode;

/** One member's peer: its identity, its chaincode, its own private data on disk, and whether it is there. */
public final class Peer implements AutoCloseable {
    private final SigningIdentity identity;
    private final Chaincode chaincode;
    private final TransientStore transients;
    private final PrivateLog privateLog;
    private volatile boolean up = true;

    /**
     * A peer.
     *
     * @param identity who it is
     * @param chaincode what it runs
     * @param transients private data of transactions not yet committed
     * @param privateLog private data of committed ones
     */
    public Peer(SigningIdentity identity, Chaincode chaincode, TransientStore transients, PrivateLog privateLog) {
        this.identity = identity;
        this.chaincode = chaincode;
        this.transients = transients;
        this.privateLog = privateLog;
    }

    /**
     * Whose peer this is.
     *
     * @return the member
     */
    public MemberId member() {
        return identity.member();
    }

    SigningIdentity identity() {
        return identity;
    }

    Chaincode chaincode() {
        return chaincode;
    }

    /**
     * Private data that it was given before commit.
     *
     * @return its store
     */
    public TransientStore transients() {
        return transients;
    }

    /**
     * Private data of committed transactions.
     *
     * @return its log
     */
    public PrivateLog privateLog() {
        return privateLog;
    }

    /**
     * Whether it is there.
     *
     * @return false while stopped
     */
    public boolean isUp() {
        return up;
    }

    /**
     * Takes it away or brings it back.
     *
     * @param now whether it is there
     */
    public void setUp(boolean now) {
        up = now;
    }

    @Override
    public void close() {
        transients.close();
        privateLog.close();
    }
}
