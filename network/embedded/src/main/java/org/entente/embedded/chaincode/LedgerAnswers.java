package org.entente.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.simulate.SimulationException;
import org.entente.embedded.simulate.Simulator;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;

/** A peer's side of the talk with a chaincode: answers each question from the execution's view of the state. */
final class LedgerAnswers {
    private final Invocation invocation;
    private final Simulator simulator;
    private final CollectionAccess access;
    private final QueryAnswers queries;

    LedgerAnswers(Channel channel, Invocation invocation, Simulator simulator) {
        this.invocation = invocation;
        this.simulator = simulator;
        this.access = new CollectionAccess(channel, invocation.creator());
        this.queries = new QueryAnswers(simulator, access);
    }

    ChaincodeMessage to(ChaincodeMessage question) {
        try {
            return message(ChaincodeMessage.Type.RESPONSE, answer(question));
        } catch (InvalidProtocolBufferException e) {
            return message(ChaincodeMessage.Type.ERROR, ByteString.copyFromUtf8("unmarshal failed"));
        } catch (SimulationException e) {
            return message(ChaincodeMessage.Type.ERROR, ByteString.copyFromUtf8(text(e)));
        }
    }

    private static String text(SimulationException refusal) {
        String message = refusal.getMessage();
        return message == null ? "refused" : message;
    }

    private ByteString answer(ChaincodeMessage question) throws InvalidProtocolBufferException {
        ByteString payload = question.getPayload();
        return switch (question.getType()) {
            case GET_STATE -> get(GetState.parseFrom(payload));
            case GET_PRIVATE_DATA_HASH -> hash(GetState.parseFrom(payload));
            case GET_STATE_METADATA -> metadata(GetStateMetadata.parseFrom(payload));
            case PUT_STATE -> put(PutState.parseFrom(payload));
            case DEL_STATE -> delete(DelState.parseFrom(payload));
            case PURGE_PRIVATE_DATA -> purge(DelState.parseFrom(payload));
            case PUT_STATE_METADATA -> putMetadata(PutStateMetadata.parseFrom(payload));
            case GET_STATE_BY_RANGE, QUERY_STATE_NEXT, QUERY_STATE_CLOSE, GET_QUERY_RESULT, GET_HISTORY_FOR_KEY ->
                queries.to(question.getType(), payload);
            default -> throw access.refusal("message type " + question.getType() + " is not served");
        };
    }

    private ByteString get(GetState question) {
        if (question.getCollection().isEmpty()) {
            return simulator.get(question.getKey());
        }
        access.requireRead(question.getCollection());
        return simulator.getPrivate(question.getCollection(), question.getKey());
    }

    private ByteString hash(GetState question) {
        return simulator.getPrivateHash(question.getCollection(), question.getKey());
    }

    private ByteString metadata(GetStateMetadata question) {
        StateMetadataResult.Builder result = StateMetadataResult.newBuilder();
        found(question)
                .forEach((name, value) -> result.addEntries(
                        StateMetadata.newBuilder().setMetakey(name).setValue(value)));
        return result.build().toByteString();
    }

    private Map<String, ByteString> found(GetStateMetadata question) {
        if (question.getCollection().isEmpty()) {
            return simulator.metadata(question.getKey());
        }
        access.requireRead(question.getCollection());
        return simulator.privateMetadata(question.getCollection(), question.getKey());
    }

    private ByteString put(PutState question) {
        if (question.getCollection().isEmpty()) {
            simulator.put(question.getKey(), question.getValue());
        } else {
            access.requireWrite(question.getCollection());
            simulator.putPrivate(question.getCollection(), question.getKey(), question.getValue());
        }
        return ByteString.EMPTY;
    }

    private ByteString delete(DelState question) {
        if (question.getCollection().isEmpty()) {
            simulator.put(question.getKey(), ByteString.EMPTY);
        } else {
            access.requireWrite(question.getCollection());
            simulator.putPrivate(question.getCollection(), question.getKey(), ByteString.EMPTY);
        }
        return ByteString.EMPTY;
    }

    private ByteString purge(DelState question) {
        if (question.getCollection().isEmpty()) {
            throw access.refusal("only applicable for private data");
        }
        access.requireWrite(question.getCollection());
        simulator.purgePrivate(question.getCollection(), question.getKey());
        return ByteString.EMPTY;
    }

    private ByteString putMetadata(PutStateMetadata question) {
        Map<String, ByteString> entries = Map.of(
                question.getMetadata().getMetakey(), question.getMetadata().getValue());
        if (question.getCollection().isEmpty()) {
            simulator.putMetadata(question.getKey(), entries);
        } else {
            access.requireWrite(question.getCollection());
            simulator.putPrivateMetadata(question.getCollection(), question.getKey(), entries);
        }
        return ByteString.EMPTY;
    }

    private ChaincodeMessage message(ChaincodeMessage.Type type, ByteString payload) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setChannelId(invocation.channel())
                .setTxid(invocation.transactionId())
                .setPayload(payload)
                .build();
    }
}
