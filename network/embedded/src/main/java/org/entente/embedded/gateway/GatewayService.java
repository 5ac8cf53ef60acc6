package org.entente.embedded.gateway;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.entente.embedded.endorse.Peer;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Gateway service of one member's peer. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

    private final Evaluation evaluation;
    private final EndorsementCall endorsement;
    private final SubmitCall submission;
    private final CommitStatusCall commitStatus;
    private final ChaincodeEventsCall events;

    /**
     * The service.
     *
     * @param parts what it works with
     * @param local the peer it runs in
     * @param executor where events are sent
     */
    public GatewayService(GatewayParts parts, Peer local, Executor executor) {
        this.evaluation = new Evaluation(parts, local);
        this.endorsement = new EndorsementCall(parts, local);
        this.submission = new SubmitCall(parts);
        this.commitStatus = new CommitStatusCall(parts);
        this.events = new ChaincodeEventsCall(parts, executor);
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> response) {
        answer(response, () -> evaluation.run(request));
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> response) {
        answer(response, () -> endorsement.run(request));
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> response) {
        answer(response, () -> submission.run(request));
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> response) {
        guard(response, () -> commitStatus.run(request, (ServerCallStreamObserver<CommitStatusResponse>) response));
    }

    @Override
    public void chaincodeEvents(
            SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> response) {
        guard(response, () -> events.run(request, (ServerCallStreamObserver<ChaincodeEventsResponse>) response));
    }

    private static <T> void answer(StreamObserver<T> response, Supplier<T> call) {
        guard(response, () -> {
            T value = call.get();
            response.onNext(value);
            response.onCompleted();
        });
    }

    private static void guard(StreamObserver<?> response, Runnable call) {
        try {
            call.run();
        } catch (StatusRuntimeException e) {
            response.onError(e);
        } catch (RuntimeException e) {
            // its text may quote what nobody else should read: it stays in this process's own log
            LOG.error("a gateway call failed", e);
            response.onError(Status.INTERNAL.withDescription("internal error").asRuntimeException());
        }
    }
}
