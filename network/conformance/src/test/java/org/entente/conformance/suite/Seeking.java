package org.entente.conformance.suite;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.entente.conformance.client.Client;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.observe.Observed;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** A request to the Deliver service as no Fabric client would send it. */
final class Seeking {
    final ChannelHeader.Builder channel = ChannelHeader.newBuilder()
            .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
            .setChannelId(ConformanceTest.network().channel())
            .setTimestamp(at(Instant.now()));
    final SeekInfo.Builder seek = SeekInfo.newBuilder().setStart(block(0)).setStop(block(0));

    static Timestamp at(Instant time) {
        return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
    }

    static SeekPosition block(long number) {
        return SeekPosition.newBuilder()
                .setSpecified(SeekSpecified.newBuilder().setNumber(number))
                .build();
    }

    /** The blocks' numbers and then the closing status. */
    List<String> answers(Client client, Credentials creator, Credentials signer) {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        StreamObserver<Envelope> request = DeliverGrpc.newStub(client.connection())
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .deliver(new StreamObserver<>() {
                    @Override
                    public void onNext(DeliverResponse response) {
                        queue.add(
                                response.hasBlock()
                                        ? "block "
                                                + response.getBlock()
                                                        .getHeader()
                                                        .getNumber()
                                        : response.getStatus().name());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        queue.add(
                                io.grpc.Status.fromThrowable(failure).getCode().name());
                    }

                    @Override
                    public void onCompleted() {
                        queue.add("completed");
                    }
                });
        request.onNext(envelope(creator, signer));
        return collect(queue);
    }

    Observed observed(Client client, Credentials creator, Credentials signer) {
        return Observed.of("deliver", answers(client, creator, signer).getLast());
    }

    private static List<String> collect(BlockingQueue<String> queue) {
        List<String> answers = new ArrayList<>();
        try {
            do {
                String next = queue.poll(20, TimeUnit.SECONDS);
                answers.add(next == null ? "nothing within 20 seconds" : next);
            } while (answers.getLast().startsWith("block "));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }

    private Envelope envelope(Credentials creator, Credentials signer) {
        Header header = Header.newBuilder()
                .setChannelHeader(channel.build().toByteString())
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(CommitStatusTest.identity(creator))
                        .setNonce(ByteString.copyFrom(new byte[24]))
                        .build()
                        .toByteString())
                .build();
        ByteString payload = Payload.newBuilder()
                .setHeader(header)
                .setData(seek.build().toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(ByteString.copyFrom(Tampering.sign(signer, payload.toByteArray())))
                .build();
    }
}
