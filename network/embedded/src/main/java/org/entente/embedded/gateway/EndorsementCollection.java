package org.entente.embedded.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Proposal;
import org.entente.embedded.endorse.Verdict;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.jspecify.annotations.Nullable;

/** Gathers endorsements of one proposal and makes sure that all peers endorsed the same bytes. */
final class EndorsementCollection {
    private final GatewayParts parts;
    private final Proposal proposal;
    private final Map<Peer, Endorsement> endorsements = new LinkedHashMap<>();
    private final Set<Peer> failed = new LinkedHashSet<>();
    private final List<ErrorDetail> details = new ArrayList<>();
    private @Nullable ByteString payload;

    EndorsementCollection(GatewayParts parts, Proposal proposal) {
        this.parts = parts;
        this.proposal = proposal;
    }

    /** Asks a peer unless it was asked before. */
    Verdict ask(Peer peer) {
        Verdict verdict = parts.endorser().ask(peer, proposal);
        if (verdict instanceof Verdict.Endorsed endorsed) {
            add(peer, endorsed);
        } else {
            fail(peer, verdict.fault().orElse(""));
        }
        return verdict;
    }

    private void add(Peer peer, Verdict.Endorsed endorsed) {
        ByteString first = payload;
        if (first == null) {
            payload = endorsed.response().getPayload();
        } else if (!first.equals(endorsed.response().getPayload())) {
            fail(peer, "ProposalResponsePayloads do not match");
            return;
        }
        endorsements.put(peer, endorsed.response().getEndorsement());
    }

    private void fail(Peer peer, String message) {
        failed.add(peer);
        details.add(parts.detail(peer, message));
    }

    /** Whether all of these have endorsed; asks those not yet asked. */
    boolean completes(Collection<Peer> peers) {
        for (Peer peer : peers) {
            if (!endorsements.containsKey(peer)) {
                ask(peer);
            }
        }
        return endorsements.keySet().containsAll(peers);
    }

    boolean hasFailed(Peer peer) {
        return failed.contains(peer);
    }

    ChaincodeEndorsedAction action(Collection<Peer> peers) {
        ChaincodeEndorsedAction.Builder action = ChaincodeEndorsedAction.newBuilder();
        ByteString endorsed = payload;
        if (endorsed != null) {
            action.setProposalResponsePayload(endorsed);
        }
        for (Peer peer : peers) {
            Endorsement endorsement = endorsements.get(peer);
            if (endorsement != null) {
                action.addEndorsements(endorsement);
            }
        }
        return action.build();
    }

    RuntimeException failure(String message) {
        return GatewayErrors.of(Status.Code.ABORTED, message, details);
    }
}
