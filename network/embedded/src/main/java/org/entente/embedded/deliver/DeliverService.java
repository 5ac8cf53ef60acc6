package org.entente.embedded.deliver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.ledger.Ledger;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** The Deliver service of one member's peer. */
public final class DeliverService extends DeliverGrpc.DeliverImplBase {
    private final Channel channel;
    private final Ledger ledger;
    private final ReaderAccess access;
    private final Peer peer;
    private final Executor executor;

    /**
     * The service.
     *
     * @param channel the channel
     * @param ledger the chain
     * @param access who may read
     * @param peer whose private data goes with it
     * @param executor where blocks are sent
     */
    public DeliverService(Channel channel, Ledger ledger, ReaderAccess access, Peer peer, Executor executor) {
        this.channel = channel;
        this.ledger = ledger;
        this.access = access;
        this.peer = peer;
        this.executor = executor;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> responses) {
        return session(responses, (block, reader) -> BlockForms.whole(block));
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> responses) {
        return session(responses, (block, reader) -> BlockForms.filtered(block));
    }

    @Override
    public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> responses) {
        return session(
                responses,
                (block, reader) -> BlockForms.withPrivateData(
                        block, peer.privateLog().ofBlock(block.getHeader().getNumber()), channel, reader));
    }

    private StreamObserver<Envelope> session(StreamObserver<DeliverResponse> responses, BlockForms.Form form) {
        ServerCallStreamObserver<DeliverResponse> stream = (ServerCallStreamObserver<DeliverResponse>) responses;
        return new DeliverSession(channel, ledger, access, form, stream, executor);
    }
}
