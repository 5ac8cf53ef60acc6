package org.entente.conformance.client;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.network.Endpoint;
import org.entente.conformance.network.NetworkUnderTest;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** One connection to one peer under one identity. */
public final class Client implements AutoCloseable {
    private static final int MAX_MESSAGE = 100 * 1024 * 1024;

    private final ManagedChannel connection;
    private final Gateway gateway;
    private final NetworkUnderTest network;
    private final MessageCapture capture = new MessageCapture();

    private Client(NetworkUnderTest network, Endpoint endpoint, Credentials credentials) {
        this.network = network;
        try {
            this.connection = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(endpoint.tlsRoot())
                            .build())
                    .overrideAuthority(endpoint.authority())
                    .maxInboundMessageSize(MAX_MESSAGE)
                    .intercept(capture)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.gateway = Gateway.newInstance()
                .connection(connection)
                .identity(new X509Identity(credentials.member().value(), credentials.certificate()))
                .signer(Signers.newPrivateKeySigner(credentials.key()))
                .hash(Hash.SHA256)
                .evaluateOptions(options -> options.withDeadlineAfter(15, TimeUnit.SECONDS))
                .endorseOptions(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))
                .submitOptions(options -> options.withDeadlineAfter(15, TimeUnit.SECONDS))
                .commitStatusOptions(options -> options.withDeadlineAfter(60, TimeUnit.SECONDS))
                .connect();
    }

    /**
     * Connects to the asker's own peer.
     *
     * @param network the network
     * @param credentials who asks
     * @return a client to close
     */
    public static Client of(NetworkUnderTest network, Credentials credentials) {
        return new Client(network, network.endpoint(credentials.member()), credentials);
    }

    /**
     * Connects to any peer.
     *
     * @param network the network
     * @param endpoint the peer
     * @param credentials who asks
     * @return a client to close
     */
    public static Client at(NetworkUnderTest network, Endpoint endpoint, Credentials credentials) {
        return new Client(network, endpoint, credentials);
    }

    /**
     * The Fabric client itself.
     *
     * @return the gateway
     */
    public Gateway gateway() {
        return gateway;
    }

    /**
     * The connection, for calls that the Fabric client does not make.
     *
     * @return the gRPC channel
     */
    public ManagedChannel connection() {
        return connection;
    }

    /**
     * The channel under test.
     *
     * @return its client side
     */
    public Network channel() {
        return gateway.getNetwork(network.channel());
    }

    /**
     * The contract of the product.
     *
     * @return its client side
     */
    public Contract entente() {
        return channel().getContract(network.chaincode(), "entente");
    }

    /**
     * The contract of this suite.
     *
     * @return its client side
     */
    public Contract conformance() {
        return channel().getContract(network.chaincode(), "conformance");
    }

    /**
     * Every byte that went over the connection.
     *
     * @return marshalled messages, before TLS
     */
    public byte[] captured() {
        return capture.bytes();
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }
}
