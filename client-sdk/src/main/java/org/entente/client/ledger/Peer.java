package org.entente.client.ledger;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;

/** The connection to the member's own peer: one HTTP/2 channel over TLS, a deadline on every call. */
public final class Peer implements AutoCloseable {
    /** Larger than any block that an ordering service of the supported settings makes. */
    private static final int MAX_INBOUND_BYTES = 64 * 1024 * 1024;

    /** A stream of blocks is opened anew now and then, so that a connection that died silently is noticed. */
    private static final Duration DELIVER = Duration.ofMinutes(10);

    private final ManagedChannel channel;
    private final Gateway gateway;
    private final ClientIdentity identity;
    private final ChannelNames names;

    private Peer(ManagedChannel channel, Gateway gateway, ClientIdentity identity, ChannelNames names) {
        this.channel = channel;
        this.gateway = gateway;
        this.identity = identity;
        this.names = names;
    }

    /**
     * Prepares the connection; it is made when first needed and again whenever it broke.
     *
     * @param endpoint where the peer is
     * @param identity as whom
     * @param names channel and chaincode
     * @param deadlines for every call
     * @param interceptors see every call, in order; for measuring and for tests
     * @return the connection
     * @throws IllegalArgumentException if the TLS root certificate cannot be read
     */
    public static Peer connect(
            PeerEndpoint endpoint,
            ClientIdentity identity,
            ChannelNames names,
            Deadlines deadlines,
            List<ClientInterceptor> interceptors) {
        ManagedChannel channel = channel(endpoint, interceptors);
        Gateway gateway = Gateway.newInstance()
                .identity(identity.gatewayIdentity())
                .signer(identity.signer())
                .hash(Hash.SHA256)
                .connection(channel)
                .evaluateOptions(within(deadlines.evaluate()))
                .endorseOptions(within(deadlines.endorse()))
                .submitOptions(within(deadlines.submit()))
                .commitStatusOptions(within(deadlines.commit()))
                .blockAndPrivateDataEventsOptions(within(DELIVER))
                .connect();
        return new Peer(channel, gateway, identity, names);
    }

    private static ManagedChannel channel(PeerEndpoint endpoint, List<ClientInterceptor> interceptors) {
        try {
            NettyChannelBuilder builder = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(new ByteArrayInputStream(endpoint.tlsRootPem()))
                            .build())
                    .maxInboundMessageSize(MAX_INBOUND_BYTES)
                    .keepAliveTime(2, TimeUnit.MINUTES)
                    .keepAliveTimeout(20, TimeUnit.SECONDS)
                    .keepAliveWithoutCalls(true)
                    .intercept(interceptors);
            endpoint.authority().ifPresent(builder::overrideAuthority);
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the peer's TLS root certificate cannot be read", e);
        }
    }

    static UnaryOperator<CallOptions> within(Duration deadline) {
        return options -> options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The calls that write.
     *
     * @return endorse, submit, commit status
     */
    public Transactions transactions() {
        return new Transactions(gateway, identity, names);
    }

    /**
     * The blocks from a number on.
     *
     * @param number the first block
     * @return a stream to be closed by the caller; it ends with an exception, if only for its deadline
     */
    public BlockStream blocksFrom(long number) {
        // After a long absence gRPC would wait up to two minutes before it tries to connect; the caller's own waits
        // count.
        channel.resetConnectBackoff();
        Network network = gateway.getNetwork(names.channel());
        return new BlockStream(network.newBlockAndPrivateDataEventsRequest()
                .startBlock(number)
                .build()
                .getEvents());
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
