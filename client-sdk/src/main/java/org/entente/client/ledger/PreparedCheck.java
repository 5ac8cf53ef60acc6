package org.entente.client.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.model.statement.Batch;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * Looks at an endorsed transaction before it is signed. The gateway client signs whatever comes back; a peer that was
 * taken over could have another call signed, or the private values put where every member reads them; one that runs
 * another chaincode could have the stream's head moved by something that no reader accepts.
 */
final class PreparedCheck {
    private final ChannelNames names;
    private final ByteString creator;
    private final String function;

    PreparedCheck(ChannelNames names, ByteString creator, String function) {
        this.names = names;
        this.creator = creator;
        this.function = function;
    }

    /** The first thing that is wrong, as a code; empty if this is the transaction that was proposed. */
    Optional<String> wrongWith(Transaction prepared, String transactionId, Batch batch) {
        try {
            PreparedTransaction transaction = PreparedTransaction.parseFrom(prepared.getBytes());
            Payload payload = Payload.parseFrom(transaction.getEnvelope().getPayload());
            ChannelHeader channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            SignatureHeader signature =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            if (!transaction.getTransactionId().equals(transactionId)
                    || !channel.getTxId().equals(transactionId)) {
                return Optional.of("PREPARED_TRANSACTION_ID_DIFFERS");
            }
            if (!signature.getCreator().equals(creator)) {
                return Optional.of("PREPARED_CREATOR_DIFFERS");
            }
            if (!channel.getChannelId().equals(names.channel()) || !isOurs(channel.getExtension())) {
                return Optional.of("PREPARED_CHANNEL_DIFFERS");
            }
            return wrongWithCall(payload, batch);
        } catch (InvalidProtocolBufferException e) {
            return Optional.of("PREPARED_UNREADABLE");
        }
    }

    private boolean isOurs(ByteString extension) throws InvalidProtocolBufferException {
        return ChaincodeHeaderExtension.parseFrom(extension)
                .getChaincodeId()
                .getName()
                .equals(names.chaincode());
    }

    private Optional<String> wrongWithCall(Payload payload, Batch batch) throws InvalidProtocolBufferException {
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        if (transaction.getActionsCount() != 1) {
            return Optional.of("PREPARED_ACTIONS_DIFFER");
        }
        ChaincodeActionPayload action =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        ChaincodeProposalPayload proposal = ChaincodeProposalPayload.parseFrom(action.getChaincodeProposalPayload());
        if (proposal.getTransientMapCount() != 0) {
            return Optional.of("PREPARED_TRANSIENT_LEAKS");
        }
        var spec = ChaincodeInvocationSpec.parseFrom(proposal.getInput()).getChaincodeSpec();
        List<ByteString> args = spec.getInput().getArgsList();
        if (!spec.getChaincodeId().getName().equals(names.chaincode())
                || !args.equals(List.of(ByteString.copyFromUtf8(function)))) {
            return Optional.of("PREPARED_CALL_DIFFERS");
        }
        if (leaks(payload, batch.bytes())) {
            return Optional.of("PREPARED_VALUE_LEAKS");
        }
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        return new PreparedWrites(names.chaincode(), batch).areIn(ChaincodeAction.parseFrom(response.getExtension()))
                ? Optional.empty()
                : Optional.of("PREPARED_WRITES_DIFFER");
    }

    /** The salt and what follows stand in every statement: a run of private bytes anywhere in the payload is a leak. */
    private static boolean leaks(Payload payload, byte[] secret) {
        String text = payload.getData().toString(StandardCharsets.ISO_8859_1);
        int length = Math.min(64, secret.length);
        int middle = (secret.length - length) / 2;
        return text.contains(new String(secret, middle, length, StandardCharsets.ISO_8859_1));
    }
}
