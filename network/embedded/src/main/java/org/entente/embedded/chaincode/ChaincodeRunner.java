package org.entente.embedded.chaincode;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.simulate.Simulator;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask;

/**
 * Runs a chaincode through the shim's own invocation task, so that the contract meets the real stub and speaks the real
 * peer protocol, only without a wire. An execution that takes too long is given up and its thread interrupted.
 */
public final class ChaincodeRunner implements AutoCloseable {
    private final Channel channel;
    private final Duration limit;
    private final ExecutorService executions = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("entente-chaincode-", 0).factory());

    /**
     * A runner.
     *
     * @param channel the channel
     * @param limit how long an execution may take
     */
    public ChaincodeRunner(Channel channel, Duration limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /**
     * Runs one invocation.
     *
     * @param chaincode what to run
     * @param invocation what it is asked
     * @param simulator the state it sees
     * @return how it ended
     */
    public Outcome run(Chaincode chaincode, Invocation invocation, Simulator simulator) {
        Future<Outcome> running = executions.submit(() -> execute(chaincode, invocation, simulator));
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return failed(invocation, "error sending: timeout expired while executing transaction");
        } catch (ExecutionException e) {
            return failed(invocation, "error sending: chaincode stream terminated");
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return failed(invocation, "error sending: chaincode stream terminated");
        }
    }

    private static Outcome failed(Invocation invocation, String reason) {
        return new Outcome.Failed("failed to execute transaction " + invocation.transactionId() + ": " + reason);
    }

    private Outcome execute(Chaincode chaincode, Invocation invocation, Simulator simulator) {
        LedgerAnswers answers = new LedgerAnswers(channel, invocation, simulator);
        AtomicReference<Outcome> ended = new AtomicReference<>(new Outcome.Failed("no response"));
        AtomicReference<ChaincodeInvocationTask> task = new AtomicReference<>();
        task.set(new ChaincodeInvocationTask(
                start(invocation),
                ChaincodeMessage.Type.TRANSACTION,
                message -> {
                    switch (message.getType()) {
                        case COMPLETED -> ended.set(completed(invocation, message));
                        case ERROR ->
                            ended.set(new Outcome.Failed("transaction returned with failure: "
                                    + message.getPayload().toStringUtf8()));
                        default -> post(task.get(), answers.to(message));
                    }
                },
                chaincode));
        task.get().call();
        return ended.get();
    }

    private static ChaincodeMessage start(Invocation invocation) {
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setChannelId(invocation.channel())
                .setTxid(invocation.transactionId())
                .setPayload(invocation.input().toByteString())
                .setProposal(invocation.proposal())
                .build();
    }

    private static void post(ChaincodeInvocationTask task, ChaincodeMessage answer) {
        try {
            task.postMessage(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while answering the chaincode", e);
        }
    }

    private static Outcome completed(Invocation invocation, ChaincodeMessage message) {
        try {
            Response response = Response.parseFrom(message.getPayload());
            Optional<ChaincodeEvent> event = message.hasChaincodeEvent()
                    ? Optional.of(message.getChaincodeEvent().toBuilder()
                            .setChaincodeId(invocation.chaincode())
                            .setTxId(invocation.transactionId())
                            .build())
                    : Optional.empty();
            return new Outcome.Completed(response, event);
        } catch (InvalidProtocolBufferException e) {
            return new Outcome.Failed("the chaincode's response cannot be read");
        }
    }

    @Override
    public void close() {
        executions.shutdownNow();
    }
}
