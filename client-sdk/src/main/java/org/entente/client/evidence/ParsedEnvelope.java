package org.entente.client.evidence;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * An envelope down to what was endorsed.
 *
 * @param envelope payload and the creator's signature
 * @param payload what is signed
 * @param channel channel, id, time, chaincode
 * @param signature creator and nonce
 * @param creator who created the transaction
 * @param actionHeader the signature header of the action, encoded
 * @param action the proposal and its endorsements
 * @param response what the endorsers signed
 * @param result what the chaincode wrote
 */
record ParsedEnvelope(
        Envelope envelope,
        Payload payload,
        ChannelHeader channel,
        SignatureHeader signature,
        SerializedIdentity creator,
        ByteString actionHeader,
        ChaincodeActionPayload action,
        ProposalResponsePayload response,
        ChaincodeAction result) {
    /**
     * Parses the bytes.
     *
     * @throws InvalidProtocolBufferException if they are malformed
     * @throws IllegalArgumentException if they are not the one encoding of what they say, or hold not exactly one action
     */
    static ParsedEnvelope of(byte[] bytes) throws InvalidProtocolBufferException {
        Envelope envelope = Envelope.parseFrom(bytes);
        // Around the payload, nothing is signed: unknown fields or another encoding would be bytes that prove nothing.
        ByteString again = Envelope.newBuilder()
                .setPayload(envelope.getPayload())
                .setSignature(envelope.getSignature())
                .build()
                .toByteString();
        if (!again.equals(ByteString.copyFrom(bytes))) {
            throw new IllegalArgumentException("another encoding of the envelope");
        }
        Payload payload = Payload.parseFrom(envelope.getPayload());
        ChannelHeader channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        SignatureHeader signature =
                SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
        Transaction transaction = Transaction.parseFrom(payload.getData());
        if (transaction.getActionsCount() != 1) {
            throw new IllegalArgumentException("an endorsed transaction has one action");
        }
        TransactionAction only = transaction.getActions(0);
        ChaincodeActionPayload action = ChaincodeActionPayload.parseFrom(only.getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        return new ParsedEnvelope(
                envelope,
                payload,
                channel,
                signature,
                SerializedIdentity.parseFrom(signature.getCreator()),
                only.getHeader(),
                action,
                response,
                ChaincodeAction.parseFrom(response.getExtension()));
    }
}
