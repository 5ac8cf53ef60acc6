package org.entente.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.certs.agency.AgencyCa;
import org.entente.embedded.order.BatchLimits;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.shim.Chaincode;

/**
 * A permissioned network of several members, embedded, on one machine: each member has its own peer with its own
 * authority, identity, private data and TLS endpoint that serves Fabric's Gateway and Deliver services; one thread
 * orders. It does what peers do and makes no claim of consensus.
 *
 * <pre>{@code
 * try (EmbeddedNetwork network = EmbeddedNetwork.builder(folder).member(au).member(cn).start()) {
 *     Endpoint endpoint = network.endpoint(au);
 *     ...
 * }
 * }</pre>
 *
 * The folder keeps everything and survives a killed process; two networks cannot open it at once.
 */
public final class EmbeddedNetwork implements AutoCloseable {
    private final RunningNetwork running;

    private EmbeddedNetwork(RunningNetwork running) {
        this.running = running;
    }

    /**
     * A network to be started.
     *
     * @param folder where everything stands; made if absent
     * @return a builder without members
     */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /**
     * Where a member's peer is reached.
     *
     * @param member a member
     * @return its endpoint
     */
    public Endpoint endpoint(MemberId member) {
        return running.endpoint(member);
    }

    /**
     * All members.
     *
     * @return in the order in which they were named
     */
    public List<MemberId> members() {
        return running.members();
    }

    /**
     * A member's authority, to issue more identities.
     *
     * @param member a member
     * @return its authority
     */
    public AgencyCa authority(MemberId member) {
        return running.authority(member);
    }

    /**
     * The number of blocks.
     *
     * @return the number of the next block
     */
    public long height() {
        return running.height();
    }

    /**
     * Takes a member's peer away: its endpoint answers UNAVAILABLE, nobody asks it, and it gets no private data.
     *
     * @param member a member
     */
    public void stopPeer(MemberId member) {
        running.stopPeer(member);
    }

    /**
     * Brings a member's peer back on the same port: it has all blocks at once and its private data late.
     *
     * @param member a member
     */
    public void startPeer(MemberId member) {
        running.startPeer(member);
    }

    /**
     * Keeps late private data away from a member's peer, or lets it in again.
     *
     * @param member a member
     * @param held true to keep it away
     */
    public void holdBackPrivateData(MemberId member, boolean held) {
        running.holdBackPrivateData(member, held);
    }

    /**
     * How much private data a member may see and does not have.
     *
     * @param member a member
     * @return the number of private writes, one for each transaction and collection
     */
    public int missingPrivateData(MemberId member) {
        return running.missingPrivateData(member);
    }

    /**
     * Puts anything into a block, as a hostile orderer could: the peers' checks at commit stand alone against it.
     *
     * @param envelope whatever it is
     * @return SUCCESS unless the orderer has stopped
     */
    public Status orderUnchecked(Envelope envelope) {
        return running.orderUnchecked(envelope);
    }

    /** Stops. What was told to be committed is on the disk. */
    @Override
    public void close() {
        running.close();
    }

    /** Collects what a network needs before it starts. */
    public static final class Builder {
        final Path folder;
        final Map<MemberId, Integer> ports = new LinkedHashMap<>();
        final Map<MemberId, UnaryOperator<Chaincode>> chaincodes = new LinkedHashMap<>();
        Optional<Chaincode> chaincode = Optional.empty();
        BatchLimits limits = BatchLimits.EMBEDDED;
        Duration executionLimit = Duration.ofSeconds(30);
        Duration reconciliation = Duration.ofMillis(200);
        Clock clock = Clock.systemUTC();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /**
         * Adds a member on any free port, at later starts the same one.
         *
         * @param member the member
         * @return this
         */
        public Builder member(MemberId member) {
            return member(member, 0);
        }

        /**
         * Adds a member.
         *
         * @param member the member
         * @param port its peer's port, 0 for any
         * @return this
         */
        public Builder member(MemberId member, int port) {
            ports.put(member, port);
            return this;
        }

        /**
         * Replaces the contract router by another chaincode for all members.
         *
         * @param other the chaincode
         * @return this
         */
        public Builder chaincode(Chaincode other) {
            chaincode = Optional.of(other);
            return this;
        }

        /**
         * Lets a member run something else than the others, as a hostile member could. It can wrap the stub to change
         * what the real chaincode does.
         *
         * @param member the member
         * @param change from the chaincode that all run to its own
         * @return this
         */
        public Builder chaincode(MemberId member, UnaryOperator<Chaincode> change) {
            chaincodes.put(member, change);
            return this;
        }

        /**
         * Sets how long the first transaction of a block waits for company; 20 ms unless set.
         *
         * @param timeout the time
         * @return this
         */
        public Builder batchTimeout(Duration timeout) {
            limits = new BatchLimits(timeout, limits.maxMessages(), limits.preferredBytes(), limits.absoluteBytes());
            return this;
        }

        /**
         * Sets how many transactions a block holds at most; 500 unless set.
         *
         * @param messages the number
         * @return this
         */
        public Builder maxMessages(int messages) {
            limits = new BatchLimits(limits.timeout(), messages, limits.preferredBytes(), limits.absoluteBytes());
            return this;
        }

        /**
         * Sets how long a contract may run; 30 s unless set, as on a peer.
         *
         * @param limit the time
         * @return this
         */
        public Builder executionLimit(Duration limit) {
            executionLimit = limit;
            return this;
        }

        /**
         * Sets the clock that proposals' timestamps and certificates are held against.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /**
         * Starts the network.
         *
         * @return it, serving
         * @throws IllegalStateException when another network has the folder open or it belongs to other members
         * @throws org.entente.embedded.store.DamagedStoreException when the ledger on disk is not as it was written
         */
        public EmbeddedNetwork start() {
            if (ports.isEmpty()) {
                throw new IllegalArgumentException("a network needs members");
            }
            return new EmbeddedNetwork(RunningNetwork.start(this));
        }
    }
}
