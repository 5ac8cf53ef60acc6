package org.entente.embedded.deliver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.ledger.Ledger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream: it asks for blocks, gets them and a closing status, and may ask again; a refusal ends it. Requests
 * are taken one at a time.
 */
final class DeliverSession implements StreamObserver<Envelope>, BlockSink {
    private final Channel channel;
    private final Ledger ledger;
    private final ReaderAccess access;
    private final BlockForms.Form form;
    private final ServerCallStreamObserver<DeliverResponse> responses;
    private final Executor executor;
    private volatile @Nullable BlockPump pump;
    private volatile @Nullable Seek seek;
    private boolean noMoreRequests;
    private boolean completed;

    DeliverSession(
            Channel channel,
            Ledger ledger,
            ReaderAccess access,
            BlockForms.Form form,
            ServerCallStreamObserver<DeliverResponse> responses,
            Executor executor) {
        this.channel = channel;
        this.ledger = ledger;
        this.access = access;
        this.form = form;
        this.responses = responses;
        this.executor = executor;
        responses.disableAutoRequest();
        responses.setOnReadyHandler(this::wake);
        responses.setOnCancelHandler(this::wake);
        responses.request(1);
    }

    @Override
    public void onNext(Envelope request) {
        switch (Seek.of(request, channel, ledger.height(), access)) {
            case Seek.Outcome.Refused refused -> end(refused.status());
            case Seek.Outcome.Granted granted -> {
                seek = granted.seek();
                pump = new BlockPump(ledger, executor, granted.seek().start(), this);
                wake();
            }
        }
    }

    @Override
    public synchronized void onCompleted() {
        noMoreRequests = true;
        if (seek == null) {
            complete();
        }
    }

    @Override
    public void onError(Throwable cause) {
        wake();
    }

    @Override
    public boolean isReady() {
        Seek current = seek;
        if (current != null && current.failsIfNotReady() && current.start() >= ledger.height()) {
            end(Status.NOT_FOUND);
        }
        return responses.isReady();
    }

    @Override
    public boolean isGone() {
        return responses.isCancelled() || isCompleted();
    }

    @Override
    public boolean take(Block block) {
        Seek current = seek;
        if (current == null) {
            return false;
        }
        if (access.isExpired(current.reader())) {
            end(Status.FORBIDDEN);
            return false;
        }
        responses.onNext(form.of(block, current.reader()));
        long number = block.getHeader().getNumber();
        if (number == current.stop()) {
            succeed();
            return false;
        }
        if (current.failsIfNotReady() && number + 1 >= ledger.height()) {
            end(Status.NOT_FOUND);
            return false;
        }
        return true;
    }

    private synchronized void succeed() {
        seek = null;
        responses.onNext(status(Status.SUCCESS));
        if (noMoreRequests) {
            complete();
        } else {
            responses.request(1);
        }
    }

    private synchronized void end(Status status) {
        if (!completed && !responses.isCancelled()) {
            responses.onNext(status(status));
            complete();
        }
    }

    private void complete() {
        if (!completed) {
            completed = true;
            responses.onCompleted();
        }
    }

    private synchronized boolean isCompleted() {
        return completed;
    }

    private void wake() {
        BlockPump current = pump;
        if (current != null) {
            current.run();
        }
    }

    private static DeliverResponse status(Status status) {
        return DeliverResponse.newBuilder().setStatus(status).build();
    }
}
