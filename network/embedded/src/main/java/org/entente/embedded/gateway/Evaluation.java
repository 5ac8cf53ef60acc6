package org.entente.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Proposal;
import org.entente.embedded.endorse.Verdict;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Evaluate: one peer runs the chaincode and nothing is ordered. Another is asked only where the first could not answer. */
final class Evaluation {
    private final GatewayParts parts;
    private final Peer local;

    Evaluation(GatewayParts parts, Peer local) {
        this.parts = parts;
        this.local = local;
    }

    EvaluateResponse run(EvaluateRequest request) {
        Proposal proposal = proposal(request.getProposedTransaction());
        Addressing addressing = new Addressing(parts.channel());
        if (!addressing.isKnown(proposal.channel().getChannelId())) {
            throw addressing.unknownChannel(
                    Status.Code.UNAVAILABLE, proposal.channel().getChannelId());
        }
        List<ErrorDetail> details = new ArrayList<>();
        Status.Code code = Status.Code.UNAVAILABLE;
        for (Peer peer : targets(request, proposal)) {
            switch (parts.endorser().ask(peer, proposal)) {
                case Verdict.Endorsed endorsed -> {
                    return EvaluateResponse.newBuilder()
                            .setResult(endorsed.result())
                            .build();
                }
                case Verdict.ChaincodeError error -> throw refusal(Status.Code.UNKNOWN, peer, error, details);
                case Verdict.Refused refused -> throw refusal(Status.Code.FAILED_PRECONDITION, peer, refused, details);
                case Verdict.PeerError error -> {
                    code = Status.Code.ABORTED;
                    details.add(parts.detail(peer, error.message()));
                }
                case Verdict.Absent absent -> {
                    code = Status.Code.UNAVAILABLE;
                    details.add(parts.unanswered(peer, local, absent.message()));
                }
            }
        }
        throw GatewayErrors.of(code, "failed to evaluate transaction, see attached details for more info", details);
    }

    private RuntimeException refusal(Status.Code code, Peer peer, Verdict verdict, List<ErrorDetail> details) {
        String message = verdict.fault().orElse("");
        details.add(parts.detail(peer, message));
        return GatewayErrors.of(code, "evaluate call to endorser returned error: " + message, details);
    }

    private static Proposal proposal(SignedProposal signed) {
        if (signed.getProposalBytes().isEmpty()) {
            throw unreadable("a signed proposal is required");
        }
        Proposal proposal;
        try {
            proposal = Proposal.parse(signed);
        } catch (InvalidProtocolBufferException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
        if (proposal.channel().getChannelId().isEmpty()) {
            throw unreadable("no channel id provided");
        }
        if (proposal.spec().getChaincodeId().getName().isEmpty()) {
            throw unreadable("no chaincode name is provided, channel id ["
                    + proposal.channel().getChannelId() + "]");
        }
        return proposal;
    }

    private static RuntimeException unreadable(String reason) {
        return GatewayErrors.of(Status.Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + reason);
    }

    /** Transient data stays in the client's own organisation unless the client itself names others. */
    private List<Peer> targets(EvaluateRequest request, Proposal proposal) {
        List<String> named = request.getTargetOrganizationsList();
        boolean confined = named.isEmpty() && proposal.hasTransient();
        boolean known = new Addressing(parts.channel()).isKnown(proposal);
        List<Peer> targets = new ArrayList<>(known ? parts.peers().up() : List.of());
        targets.removeIf(peer -> confined ? peer != local : isNotNamed(peer, named));
        if (targets.remove(local)) {
            targets.add(0, local);
        }
        if (targets.isEmpty()) {
            throw GatewayErrors.of(
                    Status.Code.FAILED_PRECONDITION,
                    (confined
                                    ? "no endorsers found in the gateway's organization; retry specifying target"
                                            + " organization(s) to protect transient data: "
                                    : "")
                            + "no peers available to evaluate chaincode "
                            + proposal.spec().getChaincodeId().getName() + " in channel "
                            + proposal.channel().getChannelId());
        }
        return targets;
    }

    private static boolean isNotNamed(Peer peer, List<String> named) {
        return !named.isEmpty() && !named.contains(peer.member().value());
    }
}
