package org.entente.client.redelivery;

import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerServiceDefinition;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.entente.client.running.Loop;
import org.jspecify.annotations.Nullable;

/**
 * The service that partners ask. Where its port is taken, as by another instance of the member on the same machine, it
 * waits for its turn: whoever serves reads the same database.
 */
final class RedeliveryServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int REQUEST_BYTES = 1024;
    private static final Duration SERVING = Duration.ofMinutes(1);

    private final RedeliverySettings.Address address;
    private final ServerCredentials credentials;
    private final DeliverHandler handler;
    private final ExecutorService executor;
    private final Loop loop;
    private @Nullable Server server;

    RedeliveryServer(
            RedeliverySettings.Address address,
            KeyManagers key,
            MemberTrust trust,
            DeliverHandler handler,
            RandomGenerator random) {
        this.address = address;
        this.credentials = TlsServerCredentials.newBuilder()
                .keyManager(key.all())
                .trustManager(trust)
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build();
        this.handler = handler;
        this.executor = Executors.newFixedThreadPool(
                THREADS,
                Thread.ofPlatform().name("entente deliver ", 1).daemon(true).factory());
        this.loop = new Loop("entente redelivery at " + address, this::serve, random);
    }

    private synchronized Duration serve() throws IOException {
        if (server == null) {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(address.host(), address.port()), credentials)
                    .executor(executor)
                    .addService(ServerServiceDefinition.builder("entente.redelivery.v1.Redelivery")
                            .addMethod(Protocol.DELIVER, handler)
                            .build())
                    .maxInboundMessageSize(REQUEST_BYTES)
                    .maxInboundMetadataSize(REQUEST_BYTES * 4)
                    .maxConcurrentCallsPerConnection(16)
                    .handshakeTimeout(10, TimeUnit.SECONDS)
                    .maxConnectionIdle(5, TimeUnit.MINUTES)
                    // Whoever reads its answers too slowly loses them, and its place.
                    .maxConnectionAge(10, TimeUnit.MINUTES)
                    .maxConnectionAgeGrace(30, TimeUnit.SECONDS)
                    .build()
                    .start();
        }
        return SERVING;
    }

    @Override
    public void close() {
        loop.close();
        synchronized (this) {
            Server running = server;
            server = null;
            if (running != null) {
                running.shutdownNow();
                try {
                    // The port is free for the next.
                    running.awaitTermination(5, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        executor.shutdownNow();
    }
}
