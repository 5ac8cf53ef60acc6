package org.entente.client.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.entente.embedded.Endpoint;
import org.entente.model.statement.Batch;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;

/** A member's client that signs whatever its peer endorsed, as a node in foreign hands would. */
public final class UncheckedClient implements AutoCloseable {
    private final ManagedChannel channel;
    private final Gateway gateway;
    private final String member;

    /** Connects with the member's own client identity. */
    public UncheckedClient(Endpoint endpoint) {
        member = endpoint.member().value();
        try {
            channel = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(new ByteArrayInputStream(
                                    endpoint.tlsRootPem().getBytes(UTF_8)))
                            .build())
                    .build();
            gateway = Gateway.newInstance()
                    .identity(new X509Identity(member, Identities.readX509Certificate(endpoint.clientCertificatePem())))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(endpoint.clientKeyPem())))
                    .hash(Hash.SHA256)
                    .connection(channel)
                    .commitStatusOptions(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))
                    .connect();
        } catch (SSLException | CertificateException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Submits a batch and waits until it stands. */
    public void submit(Batch batch) throws GatewayException, CommitException {
        byte[] nothing = gateway.getNetwork("entente")
                .getContract("entente")
                .newProposal("submit")
                .putTransient("batch", batch.bytes())
                .setEndorsingOrganizations(member)
                .build()
                .endorse()
                .submit();
        org.assertj.core.api.Assertions.assertThat(nothing).isEmpty();
    }

    /** Hands over an envelope that somebody else signed, as a network would that delivers late. */
    public void deliver(SubmitRequest envelope) {
        var answer = GatewayGrpc.newBlockingStub(channel)
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .submit(envelope);
        org.assertj.core.api.Assertions.assertThat(answer).isNotNull();
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
