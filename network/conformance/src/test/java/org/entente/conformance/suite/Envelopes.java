package org.entente.conformance.suite;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.conformance.client.Client;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/** Endorsed transactions, taken apart. */
final class Envelopes {
    private Envelopes() {}

    /** Whose peers endorsed. */
    static List<String> endorsers(Transaction transaction) throws InvalidProtocolBufferException {
        return endorsers(PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope());
    }

    static List<String> endorsers(Envelope envelope) throws InvalidProtocolBufferException {
        List<String> members = new java.util.ArrayList<>();
        for (Endorsement endorsement : action(envelope).getAction().getEndorsementsList()) {
            members.add(SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid());
        }
        return members.stream().sorted().toList();
    }

    /** The same endorsements on another result, signed by the client as its own. */
    static Transaction withResult(Client client, Transaction transaction, UnaryOperator<ChaincodeAction> change)
            throws InvalidProtocolBufferException {
        PreparedTransaction prepared = PreparedTransaction.parseFrom(transaction.getBytes());
        Payload payload = Payload.parseFrom(prepared.getEnvelope().getPayload());
        var actions = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        ChaincodeActionPayload action =
                ChaincodeActionPayload.parseFrom(actions.getActions(0).getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        ByteString changed = response.toBuilder()
                .setExtension(change.apply(ChaincodeAction.parseFrom(response.getExtension()))
                        .toByteString())
                .build()
                .toByteString();
        var altered = action.toBuilder()
                .setAction(action.getAction().toBuilder().setProposalResponsePayload(changed))
                .build();
        var data = actions.toBuilder()
                .setActions(0, actions.getActions(0).toBuilder().setPayload(altered.toByteString()))
                .build();
        Envelope envelope = Envelope.newBuilder()
                .setPayload(
                        payload.toBuilder().setData(data.toByteString()).build().toByteString())
                .build();
        return client.gateway()
                .newTransaction(
                        prepared.toBuilder().setEnvelope(envelope).build().toByteArray());
    }

    private static ChaincodeActionPayload action(Envelope envelope) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(envelope.getPayload());
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        return ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
    }
}
