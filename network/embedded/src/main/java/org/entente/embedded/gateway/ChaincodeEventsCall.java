package org.entente.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Executor;
import org.entente.embedded.deliver.BlockPump;
import org.entente.embedded.ledger.TransactionStatus;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** ChaincodeEvents: the events of valid transactions, block by block, from a position on and without end. */
final class ChaincodeEventsCall {
    private final GatewayParts parts;
    private final Executor executor;

    ChaincodeEventsCall(GatewayParts parts, Executor executor) {
        this.parts = parts;
        this.executor = executor;
    }

    void run(SignedChaincodeEventsRequest signed, ServerCallStreamObserver<ChaincodeEventsResponse> response) {
        ChaincodeEventsRequest request = parse(signed);
        parts.checkReader(request.getChannelId(), request.getIdentity(), signed.getRequest(), signed.getSignature());
        BlockPump pump = new BlockPump(parts.ledger(), executor, start(request), new EventSink(request, response));
        response.setOnReadyHandler(pump::run);
        response.setOnCancelHandler(pump::run);
        pump.run();
    }

    private static ChaincodeEventsRequest parse(SignedChaincodeEventsRequest signed) {
        if (signed.getRequest().isEmpty()) {
            throw GatewayErrors.of(Status.Code.INVALID_ARGUMENT, "a chaincode events request is required");
        }
        try {
            return ChaincodeEventsRequest.parseFrom(signed.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw GatewayErrors.of(Status.Code.INVALID_ARGUMENT, "invalid chaincode events request: " + e.getMessage());
        }
    }

    private long start(ChaincodeEventsRequest request) {
        return parts.ledger()
                .find(request.getAfterTransactionId())
                .map(TransactionStatus::block)
                .orElseGet(() -> start(request.getStartPosition()));
    }

    private long start(SeekPosition position) {
        return switch (position.getTypeCase()) {
            case TYPE_NOT_SET, NEXT_COMMIT -> parts.ledger().height();
            case SPECIFIED -> {
                long number = position.getSpecified().getNumber();
                yield number < 0 ? Long.MAX_VALUE : number; // unsigned: beyond all blocks
            }
            case OLDEST, NEWEST ->
                throw GatewayErrors.of(
                        Status.Code.INVALID_ARGUMENT, "invalid start position type: " + position.getTypeCase());
        };
    }
}
