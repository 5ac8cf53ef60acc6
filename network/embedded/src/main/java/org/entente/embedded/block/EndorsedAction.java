package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * The one action of an endorsed transaction, parsed down to what the chaincode did.
 *
 * @param header the action's own signature header, encoded
 * @param payload proposal payload and endorsements
 * @param response what was endorsed
 * @param action the chaincode's results, response and event
 */
public record EndorsedAction(
        ByteString header, ChaincodeActionPayload payload, ProposalResponsePayload response, ChaincodeAction action) {
    /**
     * Parses a transaction's action.
     *
     * @param payload an envelope's payload
     * @return the action, or empty when the payload is malformed or has not exactly one
     */
    public static Optional<EndorsedAction> parse(Payload payload) {
        try {
            Transaction transaction = Transaction.parseFrom(payload.getData());
            if (transaction.getActionsCount() != 1) {
                return Optional.empty();
            }
            ChaincodeActionPayload action =
                    ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
            ProposalResponsePayload response =
                    ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
            return Optional.of(new EndorsedAction(
                    transaction.getActions(0).getHeader(),
                    action,
                    response,
                    ChaincodeAction.parseFrom(response.getExtension())));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /**
     * The event that the chaincode set.
     *
     * @return the event, or empty when there is none or it is malformed
     */
    public Optional<ChaincodeEvent> event() {
        try {
            ChaincodeEvent event = ChaincodeEvent.parseFrom(action.getEvents());
            boolean whole = !event.getChaincodeId().isEmpty()
                    && !event.getEventName().isEmpty()
                    && !event.getTxId().isEmpty();
            return whole ? Optional.of(event) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
