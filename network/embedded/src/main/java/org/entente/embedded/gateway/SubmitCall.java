package org.entente.embedded.gateway;

import io.grpc.Status;
import java.util.List;
import org.entente.embedded.order.Receipt;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;

/** Submit: hands a signed transaction to the orderer. */
final class SubmitCall {
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private final GatewayParts parts;

    SubmitCall(GatewayParts parts) {
        this.parts = parts;
    }

    SubmitResponse run(SubmitRequest request) {
        if (!request.hasPreparedTransaction()) {
            throw GatewayErrors.of(Status.Code.INVALID_ARGUMENT, "a prepared transaction is required");
        }
        if (request.getPreparedTransaction().getSignature().isEmpty()) {
            throw GatewayErrors.of(Status.Code.INVALID_ARGUMENT, "prepared transaction must be signed");
        }
        Addressing addressing = new Addressing(parts.channel());
        if (!addressing.isKnown(request.getChannelId())) {
            throw addressing.unknownChannel(Status.Code.FAILED_PRECONDITION, request.getChannelId());
        }
        Receipt receipt = parts.orderer().broadcast(request.getPreparedTransaction());
        int status = receipt.status().getNumber();
        if (status >= CLIENT_ERRORS && status < SERVER_ERRORS) {
            throw GatewayErrors.of(Status.Code.ABORTED, unsuccessful(receipt));
        }
        if (status >= SERVER_ERRORS) {
            ErrorDetail detail = ErrorDetail.newBuilder()
                    .setAddress("orderer")
                    .setMessage(unsuccessful(receipt))
                    .build();
            throw GatewayErrors.of(
                    Status.Code.UNAVAILABLE, "no orderers could successfully process transaction", List.of(detail));
        }
        return SubmitResponse.getDefaultInstance();
    }

    private static String unsuccessful(Receipt receipt) {
        return "received unsuccessful response from orderer: status="
                + receipt.status().name() + ", info=" + receipt.info();
    }
}
