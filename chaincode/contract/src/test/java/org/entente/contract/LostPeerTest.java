package org.entente.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.entente.contract.service.SampleCaller;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that disconnects in the middle of a call leaves a thread behind in the shim: the service says so. */
class LostPeerTest {
    private final BlockingQueue<ChaincodeMessage> heard = new LinkedBlockingQueue<>();

    @Test
    void a_thread_that_waits_for_a_lost_peer_makes_the_service_unhealthy(@TempDir Path folder) throws Exception {
        int port = freePort();
        int health = freePort();
        Process service = start(port, health, folder.resolve("said.txt"));
        try {
            await("it is healthy", health, 200);
            ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", port)
                    .usePlaintext()
                    .build();
            StreamObserver<ChaincodeMessage> peer =
                    ChaincodeGrpc.newStub(channel).withWaitForReady().connect(new Listening());
            assertThat(next().getType()).isEqualTo(ChaincodeMessage.Type.REGISTER);
            peer.onNext(message(ChaincodeMessage.Type.REGISTERED));
            peer.onNext(message(ChaincodeMessage.Type.READY));
            ChaincodeInput call = ChaincodeInput.newBuilder()
                    .addAllArgs(List.of(ByteString.copyFromUtf8("readMember"), ByteString.copyFromUtf8("AU")))
                    .build();
            peer.onNext(message(ChaincodeMessage.Type.TRANSACTION).toBuilder()
                    .setPayload(call.toByteString())
                    .setProposal(proposal())
                    .setTxid("1")
                    .setChannelId("entente")
                    .build());
            assertThat(next().getType()).isEqualTo(ChaincodeMessage.Type.GET_STATE);
            channel.shutdownNow();
            await("it says that a thread is stuck", health, 503);
        } finally {
            service.destroyForcibly();
        }
    }

    private static SignedProposal proposal() {
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId("entente")
                .setTxId("1")
                .setTimestamp(Timestamp.newBuilder().setSeconds(1))
                .build();
        SignatureHeader signature = SignatureHeader.newBuilder()
                .setCreator(ByteString.copyFrom(SampleCaller.of("AU", "client")))
                .build();
        Header header = Header.newBuilder()
                .setChannelHeader(channel.toByteString())
                .setSignatureHeader(signature.toByteString())
                .build();
        Proposal proposal = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(ChaincodeProposalPayload.getDefaultInstance().toByteString())
                .build();
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal.toByteString())
                .build();
    }

    private ChaincodeMessage next() throws InterruptedException {
        ChaincodeMessage message = heard.poll(1, TimeUnit.MINUTES);
        return java.util.Objects.requireNonNull(message, "nothing heard");
    }

    private static ChaincodeMessage message(ChaincodeMessage.Type type) {
        return ChaincodeMessage.newBuilder().setType(type).build();
    }

    private static void await(String what, int port, int status) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/healthz"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (status(client, request) != status) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(int port, int health, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContractMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CHAINCODE_SERVER_ADDRESS", "localhost:" + port,
                        "CORE_CHAINCODE_ID_NAME", "entente:1",
                        "CORE_PEER_TLS_ENABLED", "false",
                        "CHAINCODE_HEALTH_ADDRESS", "localhost:" + health,
                        "CHAINCODE_HEALTH_PATIENCE_SECONDS", "1"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private final class Listening implements StreamObserver<ChaincodeMessage> {
        @Override
        public void onNext(ChaincodeMessage message) {
            heard.add(message);
        }

        @Override
        public void onError(Throwable t) {
            // the connection is ended on purpose
        }

        @Override
        public void onCompleted() {
            // nothing follows
        }
    }
}
