package org.entente.embedded.probe;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.embedded.Endpoint;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Block;

/** The unmodified gateway client, connected to a member's endpoint as that member's client or as somebody else. */
public final class TestClient implements AutoCloseable {
    private final ManagedChannel channel;
    private final Gateway gateway;

    /** Connects to an endpoint with the member's own client identity. */
    public TestClient(Endpoint endpoint) {
        this(endpoint, endpoint.member().value(), endpoint.clientCertificatePem(), endpoint.clientKeyPem());
    }

    /** Connects to an endpoint as anybody. */
    public TestClient(Endpoint endpoint, String mspId, String certificatePem, String keyPem) {
        this.channel = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port(), credentials(endpoint))
                .maxInboundMessageSize(16 << 20)
                .build();
        try {
            this.gateway = Gateway.newInstance()
                    .identity(new X509Identity(mspId, Identities.readX509Certificate(certificatePem)))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(keyPem)))
                    .hash(Hash.SHA256)
                    .connection(channel)
                    .evaluateOptions(options -> options.withDeadlineAfter(10, TimeUnit.SECONDS))
                    .endorseOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                    .submitOptions(options -> options.withDeadlineAfter(10, TimeUnit.SECONDS))
                    .commitStatusOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                    .connect();
        } catch (CertificateException | InvalidKeyException e) {
            throw new IllegalArgumentException("not an identity", e);
        }
    }

    private static ChannelCredentials credentials(Endpoint endpoint) {
        try {
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new ByteArrayInputStream(endpoint.tlsRootPem().getBytes(StandardCharsets.US_ASCII)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("not a root", e);
        }
    }

    /** The raw channel, for requests that no honest client makes. */
    public ManagedChannel channel() {
        return channel;
    }

    /** The gateway. */
    public Gateway gateway() {
        return gateway;
    }

    /** The channel of the network. */
    public Network network() {
        return gateway.getNetwork("entente");
    }

    /** The probe contract. */
    public Contract probe() {
        return network().getContract("entente", "probe");
    }

    /** Submits and waits for the commit. */
    public String submit(String function, String... arguments) throws GatewayException, CommitException {
        return text(probe().submitTransaction(function, arguments));
    }

    /** Evaluates. */
    public String evaluate(String function, String... arguments) throws GatewayException {
        return text(probe().evaluateTransaction(function, arguments));
    }

    /** A proposal with a transient value. */
    public Proposal proposal(String function, String value, String... arguments) {
        return probe().newProposal(function)
                .addArguments(arguments)
                .putAllTransient(Map.of("value", value.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** Submits with a transient value and waits for the commit. */
    public void submitPrivate(String function, String value, String... arguments)
            throws GatewayException, CommitException {
        var ignored = proposal(function, value, arguments).endorse().submit();
    }

    /** A block, which may still have to be made. */
    public Block block(long number) {
        try (CloseableIterator<Block> blocks =
                network().newBlockEventsRequest().startBlock(number).build().getEvents()) {
            return blocks.next();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
        try {
            if (!channel.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the client does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
