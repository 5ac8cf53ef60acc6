package org.entente.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import org.entente.embedded.ledger.TransactionStatus;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** CommitStatus: answers once the transaction is in a block, however long the caller waits, without a thread. */
final class CommitStatusCall {
    private final GatewayParts parts;

    CommitStatusCall(GatewayParts parts) {
        this.parts = parts;
    }

    void run(SignedCommitStatusRequest signed, ServerCallStreamObserver<CommitStatusResponse> response) {
        CommitStatusRequest request = parse(signed);
        parts.checkReader(request.getChannelId(), request.getIdentity(), signed.getRequest(), signed.getSignature());
        Runnable stop = parts.ledger().await(request.getTransactionId(), status -> answer(response, status));
        response.setOnCancelHandler(stop);
    }

    private static void answer(ServerCallStreamObserver<CommitStatusResponse> response, TransactionStatus status) {
        if (!response.isCancelled()) {
            response.onNext(CommitStatusResponse.newBuilder()
                    .setResult(status.code())
                    .setBlockNumber(status.block())
                    .build());
            response.onCompleted();
        }
    }

    private static CommitStatusRequest parse(SignedCommitStatusRequest signed) {
        if (signed.getRequest().isEmpty()) {
            throw invalid("a commit status request is required");
        }
        CommitStatusRequest request;
        try {
            request = CommitStatusRequest.parseFrom(signed.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw invalid("invalid status request: " + e.getMessage());
        }
        if (request.getIdentity().isEmpty()) {
            throw invalid("no identity provided");
        }
        if (request.getChannelId().isEmpty()) {
            throw invalid("no channel ID provided");
        }
        if (request.getTransactionId().isEmpty()) {
            throw invalid("transaction ID should not be empty");
        }
        return request;
    }

    private static RuntimeException invalid(String reason) {
        return GatewayErrors.of(Status.Code.INVALID_ARGUMENT, reason);
    }
}
