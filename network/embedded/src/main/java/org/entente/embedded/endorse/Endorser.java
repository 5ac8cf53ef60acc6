package org.entente.embedded.endorse;

import com.google.protobuf.ByteString;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.entente.embedded.chaincode.ChaincodeRunner;
import org.entente.embedded.chaincode.Invocation;
import org.entente.embedded.chaincode.Outcome;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.Members;
import org.entente.embedded.privacy.PrivateWrite;
import org.entente.embedded.simulate.SimulationResult;
import org.entente.embedded.simulate.Simulator;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Endorses proposals on behalf of a peer: checks them, runs the peer's chaincode against the peer's own private data, hands
 * private writes to the collections' members, and signs.
 */
public final class Endorser {
    private static final Logger LOG = LoggerFactory.getLogger(Endorser.class);
    private static final int CHAINCODE_ERROR = 400;

    private final Channel channel;
    private final Members members;
    private final WorldState state;
    private final Peers peers;
    private final ChaincodeRunner runner;
    private final ProposalChecks checks;
    private final LongSupplier height;

    /**
     * An endorser for all peers of a channel.
     *
     * @param channel the channel
     * @param members who can sign
     * @param state the committed state
     * @param peers the peers
     * @param runner runs chaincode
     * @param isCommitted whether a transaction id stands in a block
     * @param height the ledger's height
     * @param clock for the proposals' timestamps
     */
    public Endorser(
            Channel channel,
            Members members,
            WorldState state,
            Peers peers,
            ChaincodeRunner runner,
            Predicate<String> isCommitted,
            LongSupplier height,
            Clock clock) {
        this.channel = channel;
        this.members = members;
        this.state = state;
        this.peers = peers;
        this.runner = runner;
        this.height = height;
        this.checks = new ProposalChecks(channel, members, isCommitted, clock);
    }

    /**
     * Asks a peer.
     *
     * @param peer the peer
     * @param proposal the proposal
     * @return its answer
     */
    public Verdict ask(Peer peer, Proposal proposal) {
        if (!peer.isUp()) {
            return new Verdict.Absent("the peer of " + peer.member() + " is away");
        }
        Optional<String> atTheDoor = checks.checkAtTheDoor(proposal);
        if (atTheDoor.isPresent()) {
            return new Verdict.Absent(atTheDoor.get());
        }
        if (!proposal.channel().getChannelId().equals(channel.name())) {
            return new Verdict.PeerError("channel '" + proposal.channel().getChannelId() + "' not found");
        }
        Optional<String> refusal = checks.check(proposal);
        return refusal.isPresent() ? new Verdict.Refused(refusal.get()) : execute(peer, proposal);
    }

    private Verdict execute(Peer peer, Proposal proposal) {
        if (!proposal.named().equals(channel.chaincode())) {
            return new Verdict.PeerError("make sure the chaincode " + proposal.named()
                    + " has been successfully defined on channel " + channel.name()
                    + " and try again: chaincode " + proposal.named() + " not found");
        }
        Outcome outcome;
        SimulationResult result;
        try (Simulator simulator = new Simulator(channel, state, peer.member(), proposal.transactionId())) {
            outcome = runner.run(peer.chaincode(), invocation(proposal), simulator);
            result = simulator.result();
        }
        return switch (outcome) {
            case Outcome.Failed failed -> new Verdict.PeerError("error in simulation: " + failed.reason());
            case Outcome.Completed completed ->
                completed.response().getStatus() >= CHAINCODE_ERROR
                        ? new Verdict.ChaincodeError(completed.response())
                        : endorse(peer, proposal, completed, result);
        };
    }

    private Invocation invocation(Proposal proposal) {
        return new Invocation(
                channel.name(),
                channel.chaincode(),
                proposal.transactionId(),
                members.identifyValid(proposal.signature().getCreator()).orElseThrow(),
                proposal.spec().getInput(),
                proposal.signed());
    }

    private Verdict endorse(Peer peer, Proposal proposal, Outcome.Completed completed, SimulationResult result) {
        if (!distribute(peer, proposal, result)) {
            return new Verdict.PeerError("error in simulation: the peer's disk does not take the private data");
        }
        ByteString payload = payload(proposal, completed, result);
        ByteString signature =
                peer.identity().sign(payload.concat(peer.identity().serialized()));
        ProposalResponse response = ProposalResponse.newBuilder()
                .setVersion(1)
                .setPayload(payload)
                .setResponse(completed.response().toBuilder().clearPayload())
                .setEndorsement(Endorsement.newBuilder()
                        .setEndorser(peer.identity().serialized())
                        .setSignature(signature))
                .build();
        return new Verdict.Endorsed(response, completed.response(), result.footprint());
    }

    /**
     * Each member that is there gets its own collections and no others, on its disk, before the endorsement goes out. One
     * whose disk is full is as good as away, as long as it is not the endorser.
     */
    private boolean distribute(Peer endorsing, Proposal proposal, SimulationResult result) {
        boolean kept = true;
        for (Peer peer : peers.up()) {
            List<PrivateWrite> own = new ArrayList<>();
            result.privateSets().forEach((collection, set) -> {
                if (channel.holds(peer.member(), collection)) {
                    own.add(new PrivateWrite(height.getAsLong(), 0, proposal.transactionId(), collection, set, false));
                }
            });
            kept &= own.isEmpty() || keeps(peer, own) || !peer.equals(endorsing);
        }
        return kept;
    }

    private static boolean keeps(Peer peer, List<PrivateWrite> writes) {
        try {
            peer.transients().keep(writes);
            return true;
        } catch (UncheckedIOException e) {
            LOG.error("{}: private data not kept: {}", peer.member(), e.getMessage());
            return false;
        }
    }

    private ByteString payload(Proposal proposal, Outcome.Completed completed, SimulationResult result) {
        Response response = completed.response();
        ChaincodeAction.Builder action = ChaincodeAction.newBuilder()
                .setResults(result.publicSet())
                .setResponse(response)
                .setChaincodeId(
                        ChaincodeID.newBuilder().setName(channel.chaincode()).setVersion(channel.version()));
        completed.event().ifPresent(event -> action.setEvents(event.toByteString()));
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(proposal.hash())
                .setExtension(action.build().toByteString())
                .build()
                .toByteString();
    }
}
