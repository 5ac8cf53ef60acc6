package org.entente.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.Validity;
import org.entente.contract.ContractMain;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract as a service of its own, which a peer calls over TLS: who is let in, and what the first words are. */
final class ContractServiceTest {
    private final Validity day = Validity.from(Instant.now().minusSeconds(3_600), Duration.ofDays(1));
    private static final long SECONDS = 60;

    private final AgencyCa authority = AgencyCa.create(new MemberId("AU"), day);
    private final AgencyCa stranger = AgencyCa.create(new MemberId("SG"), day);
    private final CertifiedKey service = authority.issueTls("contract.AU", List.of("localhost"), day);
    private int port;

    @TempDir
    Path folder;

    private Optional<Process> process = Optional.empty();

    @BeforeEach
    void freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        process.ifPresent(Process::destroyForcibly);
    }

    @Test
    void serves_the_peer_of_its_authority_and_nobody_else() throws Exception {
        launch(file("root.pem", Certificates.pem(authority.tlsRoot())).toString());
        CertifiedKey peer = authority.issueTls("peer0.AU", List.of("localhost"), day);
        try (Caller caller = new Caller(tls(authority, peer))) {
            assertThat(caller.first().getType()).isEqualTo(ChaincodeMessage.Type.REGISTER);
            caller.registered();
            ChaincodeMessage answer = caller.call("submit");
            assertThat(answer.getType()).isEqualTo(ChaincodeMessage.Type.COMPLETED);
            assertThat(Response.parseFrom(answer.getPayload()).getMessage()).startsWith("CALL_INVALID");
        }
        CertifiedKey foreign = stranger.issueTls("peer0.AU", List.of("localhost"), day);
        for (ChannelCredentials refused : List.of(
                tls(authority, foreign),
                TlsChannelCredentials.newBuilder().trustManager(pem(authority)).build(),
                tls(stranger, peer),
                io.grpc.InsecureChannelCredentials.create())) {
            try (Caller caller = new Caller(refused)) {
                assertThat(caller.failed()).isTrue();
            }
        }
    }

    @Test
    void does_not_start_with_tls_and_no_authority_for_the_peer() throws Exception {
        Process started = start();
        assertThat(started.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(started.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("errors.txt")))
                .contains("name the certificate file of the peer's authority");
    }

    private void launch(String... arguments) throws Exception {
        Process started = start(arguments);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!listens()) {
            assertThat(started.isAlive())
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean listens() {
        try (var socket = new java.net.Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(String... arguments) throws IOException {
        String key = file("key.pem", service.key().privateKeyPem()).toString();
        String certificate =
                file("service.pem", Certificates.pem(service.certificate())).toString();
        String root =
                file("tls-root.pem", Certificates.pem(authority.tlsRoot())).toString();
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ContractMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "CHAINCODE_SERVER_ADDRESS",
                        "localhost:" + port,
                        "CORE_CHAINCODE_ID_NAME",
                        "entente:1",
                        "CORE_PEER_TLS_ENABLED",
                        "true",
                        "CORE_PEER_TLS_ROOTCERT_FILE",
                        root,
                        "CORE_TLS_CLIENT_KEY_FILE",
                        key,
                        "CORE_TLS_CLIENT_CERT_FILE",
                        certificate,
                        "CORE_TLS_CLIENT_KEY_PATH",
                        base64(key),
                        "CORE_TLS_CLIENT_CERT_PATH",
                        base64(certificate)));
        Process started = builder.start();
        process = Optional.of(started);
        return started;
    }

    private String base64(String file) throws IOException {
        byte[] encoded = Base64.getEncoder().encode(Files.readAllBytes(Path.of(file)));
        return Files.write(Path.of(file + ".b64"), encoded).toString();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static ByteArrayInputStream pem(AgencyCa trusted) {
        return new ByteArrayInputStream(Certificates.pem(trusted.tlsRoot()));
    }

    private static ChannelCredentials tls(AgencyCa trusted, CertifiedKey own) throws IOException {
        return TlsChannelCredentials.newBuilder()
                .trustManager(pem(trusted))
                .keyManager(
                        new ByteArrayInputStream(Certificates.pem(own.certificate())),
                        new ByteArrayInputStream(own.key().privateKeyPem()))
                .build();
    }

    /** The peer's end of the connection, as far as one call needs it. */
    private final class Caller implements AutoCloseable, StreamObserver<ChaincodeMessage> {
        private final BlockingQueue<Optional<ChaincodeMessage>> said = new LinkedBlockingQueue<>();
        private final ManagedChannel channel;
        private final StreamObserver<ChaincodeMessage> service;

        Caller(ChannelCredentials credentials) {
            channel = NettyChannelBuilder.forAddress("localhost", port, credentials)
                    .build();
            service = ChaincodeGrpc.newStub(channel).connect(this);
        }

        private Optional<ChaincodeMessage> next() throws InterruptedException {
            return java.util.Objects.requireNonNull(said.poll(SECONDS, TimeUnit.SECONDS), "nothing was said");
        }

        ChaincodeMessage first() throws InterruptedException {
            return next().orElseThrow();
        }

        boolean failed() throws InterruptedException {
            return next().isEmpty();
        }

        void registered() {
            service.onNext(ChaincodeMessage.newBuilder()
                    .setType(ChaincodeMessage.Type.REGISTERED)
                    .build());
            service.onNext(ChaincodeMessage.newBuilder()
                    .setType(ChaincodeMessage.Type.READY)
                    .build());
        }

        ChaincodeMessage call(String function) throws InterruptedException {
            service.onNext(ChaincodeMessage.newBuilder()
                    .setType(ChaincodeMessage.Type.TRANSACTION)
                    .setTxid("1")
                    .setChannelId("entente")
                    .setPayload(ChaincodeInput.newBuilder()
                            .addArgs(ByteString.copyFrom(function, US_ASCII))
                            .build()
                            .toByteString())
                    .build());
            return first();
        }

        @Override
        public void onNext(ChaincodeMessage message) {
            said.add(Optional.of(message));
        }

        @Override
        public void onError(Throwable failure) {
            said.add(Optional.empty());
        }

        @Override
        public void onCompleted() {
            said.add(Optional.empty());
        }

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }
}
