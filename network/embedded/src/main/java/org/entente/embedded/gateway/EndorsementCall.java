package org.entente.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.embedded.endorse.EndorsementNeed;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Proposal;
import org.entente.embedded.endorse.Verdict;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** Endorse: collects the endorsements that a transaction needs and assembles it for the client to sign. */
final class EndorsementCall {
    private static final String TOO_FEW =
            "failed to collect enough transaction endorsements, see attached details for more info";

    private final GatewayParts parts;
    private final Peer local;
    private final Addressing addressing;

    EndorsementCall(GatewayParts parts, Peer local) {
        this.parts = parts;
        this.local = local;
        this.addressing = new Addressing(parts.channel());
    }

    EndorseResponse run(EndorseRequest request) {
        Proposal proposal = proposal(request);
        EndorsementCollection collection = new EndorsementCollection(parts, proposal);
        List<String> named = request.getEndorsingOrganizationsList();
        List<Peer> endorsers = named.isEmpty()
                ? chosen(proposal, collection)
                : named(proposal, new LinkedHashSet<>(named), collection);
        return EndorseResponse.newBuilder()
                .setPreparedTransaction(assemble(proposal, collection.action(endorsers)))
                .build();
    }

    private static Proposal proposal(EndorseRequest request) {
        if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
            throw GatewayErrors.of(
                    Status.Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
        }
        try {
            return Proposal.parse(request.getProposedTransaction());
        } catch (InvalidProtocolBufferException e) {
            throw GatewayErrors.of(Status.Code.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }

    private List<Peer> named(Proposal proposal, Set<String> organizations, EndorsementCollection collection) {
        List<Peer> candidates = addressing.isKnown(proposal) ? parts.peers().up() : List.of();
        List<Peer> endorsers = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String organization : organizations) {
            candidates.stream()
                    .filter(peer -> peer.member().value().equals(organization))
                    .findFirst()
                    .ifPresentOrElse(endorsers::add, () -> absent.add(organization));
        }
        if (!absent.isEmpty()) {
            throw GatewayErrors.of(
                    Status.Code.UNAVAILABLE,
                    "failed to find any endorsing peers for org(s): " + String.join(", ", absent));
        }
        if (!collection.completes(endorsers)) {
            throw collection.failure(TOO_FEW);
        }
        return endorsers;
    }

    /** The client's own peer shows what is touched; that decides who else must endorse. */
    private List<Peer> chosen(Proposal proposal, EndorsementCollection collection) {
        if (!addressing.isKnown(proposal)) {
            throw addressing.notEndorsed(proposal);
        }
        if (!(collection.ask(local) instanceof Verdict.Endorsed first)) {
            throw collection.failure("failed to endorse transaction, see attached details for more info");
        }
        EndorsementNeed need =
                new EndorsementNeed(parts.channel(), parts.members(), first.footprint(), proposal.hasTransient());
        Optional<List<Peer>> choice = need.choose(parts.peers().up(), local);
        if (choice.isEmpty()) {
            throw unsatisfiable(proposal, first);
        }
        while (choice.isPresent()) {
            if (collection.completes(choice.get())) {
                return choice.get();
            }
            List<Peer> left = new ArrayList<>(parts.peers().up());
            left.removeIf(collection::hasFailed);
            choice = need.choose(left, local);
        }
        throw collection.failure(TOO_FEW);
    }

    private RuntimeException unsatisfiable(Proposal proposal, Verdict.Endorsed first) {
        EndorsementNeed open = new EndorsementNeed(parts.channel(), parts.members(), first.footprint(), false);
        boolean onlyConfined = proposal.hasTransient()
                && open.choose(parts.peers().up(), local).isPresent();
        String reason = onlyConfined
                ? "requires endorsement from organisation(s) that are not in the distribution policy of the private"
                        + " data collection(s): " + first.footprint().collections()
                        + "; retry specifying trusted endorsing organizations to protect transient data"
                : "no combination of peers can be derived which satisfy the endorsement policy: no peer combination"
                        + " can satisfy the endorsement policy";
        return GatewayErrors.of(Status.Code.FAILED_PRECONDITION, reason);
    }

    private static Envelope assemble(Proposal proposal, ChaincodeEndorsedAction action) {
        ChaincodeActionPayload payload = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal.publicPayload())
                .setAction(action)
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(proposal.header().getSignatureHeader())
                        .setPayload(payload.toByteString()))
                .build();
        return Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setHeader(proposal.header())
                        .setData(transaction.toByteString())
                        .build()
                        .toByteString())
                .build();
    }
}
