package org.entente.embedded.validate;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.embedded.block.EndorsedAction;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.block.TransactionIds;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.crypto.Sha256;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.identity.Members;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The checks of a transaction that look at nothing but it and the channel's definition: form, client's signature, id, and
 * the tie from proposal to endorsement. They can run in parallel.
 */
final class TransactionChecks {
    private final Channel channel;
    private final Members members;

    TransactionChecks(Channel channel, Members members) {
        this.channel = channel;
        this.members = members;
    }

    Candidate check(ByteString bytes) {
        try {
            Envelope envelope = Envelope.parseFrom(bytes);
            return isPayload(envelope.getPayload())
                    ? checkHeaders(envelope)
                    : Candidate.refused(TxValidationCode.BAD_PAYLOAD);
        } catch (InvalidProtocolBufferException e) {
            return Candidate.refused(TxValidationCode.INVALID_OTHER_REASON);
        }
    }

    private static boolean isPayload(ByteString bytes) {
        try {
            return Payload.parseFrom(bytes).isInitialized();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private Candidate checkHeaders(Envelope envelope) {
        Optional<EnvelopeHeaders> headers = EnvelopeHeaders.parse(envelope).filter(TransactionChecks::isWellFormed);
        if (headers.isEmpty()) {
            return Candidate.refused(TxValidationCode.BAD_COMMON_HEADER);
        }
        if (!isSigned(headers.get())) {
            return Candidate.refused(TxValidationCode.BAD_CREATOR_SIGNATURE);
        }
        if (headers.get().channel().getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            return Candidate.refused(TxValidationCode.INVALID_CONFIG_TRANSACTION);
        }
        String id = TransactionIds.of(headers.get().signature());
        return headers.get().channel().getTxId().equals(id)
                ? checkAction(headers.get(), id)
                : Candidate.refused(TxValidationCode.BAD_PROPOSAL_TXID);
    }

    private static boolean isWellFormed(EnvelopeHeaders headers) {
        int type = headers.channel().getType();
        boolean known = type == HeaderType.ENDORSER_TRANSACTION_VALUE
                || type == HeaderType.CONFIG_VALUE
                || type == HeaderType.CONFIG_UPDATE_VALUE;
        return known
                && headers.channel().getEpoch() == 0
                && !headers.signature().getNonce().isEmpty()
                && !headers.signature().getCreator().isEmpty();
    }

    private boolean isSigned(EnvelopeHeaders headers) {
        return headers.channel().getChannelId().equals(channel.name())
                && members.identifyValid(headers.signature().getCreator())
                        .filter(creator -> creator.verifies(
                                headers.envelope().getPayload(),
                                headers.envelope().getSignature()))
                        .isPresent();
    }

    private Candidate checkAction(EnvelopeHeaders headers, String id) {
        Optional<EndorsedAction> action =
                EndorsedAction.parse(headers.payload()).filter(found -> isOfProposal(headers, found));
        if (action.isEmpty()) {
            return Candidate.refused(TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        }
        List<NamespaceRwSet> sets;
        try {
            sets = NamespaceRwSet.parse(action.get().action().getResults());
        } catch (InvalidProtocolBufferException e) {
            return Candidate.refused(TxValidationCode.BAD_RWSET);
        }
        return checkChaincode(headers, action.get(), sets)
                .map(Candidate::refused)
                .orElseGet(() -> new Candidate(Optional.empty(), id, sets, endorsers(action.get())));
    }

    private static boolean isOfProposal(EnvelopeHeaders headers, EndorsedAction action) {
        try {
            SignatureHeader own = SignatureHeader.parseFrom(action.header());
            ByteString hash = Sha256.of(
                    headers.payload().getHeader().getChannelHeader(),
                    action.header(),
                    action.payload().getChaincodeProposalPayload());
            return !own.getNonce().isEmpty()
                    && !own.getCreator().isEmpty()
                    && hash.equals(action.response().getProposalHash());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private Optional<TxValidationCode> checkChaincode(
            EnvelopeHeaders headers, EndorsedAction action, List<NamespaceRwSet> sets) {
        try {
            String named = ChaincodeHeaderExtension.parseFrom(headers.channel().getExtension())
                    .getChaincodeId()
                    .getName();
            boolean same = named.equals(action.action().getChaincodeId().getName());
            if (!same
                    || !named.equals(channel.chaincode())
                    || action.action().getChaincodeId().getVersion().isEmpty()) {
                return Optional.of(TxValidationCode.INVALID_CHAINCODE);
            }
        } catch (InvalidProtocolBufferException e) {
            return Optional.of(TxValidationCode.BAD_HEADER_EXTENSION);
        }
        return isOwnEvent(action.action().getEvents())
                ? checkNamespaces(sets)
                : Optional.of(TxValidationCode.INVALID_OTHER_REASON);
    }

    private boolean isOwnEvent(ByteString event) {
        try {
            return event.isEmpty()
                    || ChaincodeEvent.parseFrom(event).getChaincodeId().equals(channel.chaincode());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private Optional<TxValidationCode> checkNamespaces(List<NamespaceRwSet> sets) {
        Set<String> seen = new HashSet<>();
        for (NamespaceRwSet set : sets) {
            if (!seen.add(set.namespace())) {
                return Optional.of(TxValidationCode.ILLEGAL_WRITESET);
            }
            if (set.writes() && !set.namespace().equals(channel.chaincode())) {
                return Optional.of(TxValidationCode.INVALID_CHAINCODE);
            }
        }
        return Optional.empty();
    }

    /** Those whose signature over the response and their own name is good; the others do not count against it. */
    private List<Identity> endorsers(EndorsedAction action) {
        ByteString response = action.payload().getAction().getProposalResponsePayload();
        List<Identity> good = new ArrayList<>();
        Set<ByteString> seen = new HashSet<>();
        for (Endorsement endorsement : action.payload().getAction().getEndorsementsList()) {
            if (seen.add(endorsement.getEndorser())) {
                members.identifyValid(endorsement.getEndorser())
                        .filter(endorser -> endorser.verifies(
                                response.concat(endorsement.getEndorser()), endorsement.getSignature()))
                        .ifPresent(good::add);
            }
        }
        return good;
    }
}
