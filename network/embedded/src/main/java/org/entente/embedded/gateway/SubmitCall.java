package org.entente.embedded.gateway;

import io.grpc.Status;
import java.util.List;
import org.entente.embedded.order.Receipt;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;

/**
 * Submit: hands a signed transaction to the orderer, and answers as a gateway does that asked one SmartBFT orderer of each
 * member (Fabric v3.1, internal/pkg/gateway/submit.go): a refusal is UNAVAILABLE whatever its reason, and the details name it.
 */
final class SubmitCall {
    private static final String NO_QUORUM =
            "insufficient number of orderers could successfully process transaction to satisfy quorum requirement";

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
        if (receipt.status() != org.hyperledger.fabric.protos.common.Status.SUCCESS) {
            throw GatewayErrors.of(Status.Code.UNAVAILABLE, NO_QUORUM, details(receipt));
        }
        return SubmitResponse.getDefaultInstance();
    }

    /** As many as have to refuse until no quorum of the others is left. */
    private List<ErrorDetail> details(Receipt receipt) {
        List<MemberId> members = parts.channel().members();
        int tolerated = (members.size() - 1) / 3;
        int quorum = (members.size() + tolerated + 2) / 2;
        return members.stream()
                .limit(members.size() - quorum + 1L)
                .map(member -> ErrorDetail.newBuilder()
                        .setAddress("orderer")
                        .setMspId(member.value())
                        .setMessage("received unsuccessful response from orderer: status="
                                + receipt.status().name() + ", info=" + receipt.info())
                        .build())
                .toList();
    }
}
