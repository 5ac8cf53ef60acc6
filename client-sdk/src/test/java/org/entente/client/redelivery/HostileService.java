package org.entente.client.redelivery;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.entente.client.redelivery.RedeliverySettings.TlsKey;

/** Answers whatever it likes. */
final class HostileService implements AutoCloseable {
    /** What it does with a call. */
    interface Behaviour {
        void answer(ServerCall<byte[], byte[]> call);
    }

    /** The same call, of which the library does not count the answers. */
    private static final MethodDescriptor<byte[], byte[]> ENDLESS = Protocol.DELIVER.toBuilder()
            .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
            .build();

    private final Server server;

    HostileService(int port, TlsKey key, Behaviour behaviour) throws IOException {
        server = NettyServerBuilder.forAddress(
                        new InetSocketAddress("localhost", port),
                        TlsServerCredentials.newBuilder()
                                .keyManager(KeyManagers.of(key).all())
                                .build())
                .addService(ServerServiceDefinition.builder("entente.redelivery.v1.Redelivery")
                        .addMethod(ENDLESS, (call, headers) -> {
                            call.request(1);
                            return new ServerCall.Listener<>() {
                                @Override
                                public void onHalfClose() {
                                    behaviour.answer(call);
                                }
                            };
                        })
                        .build())
                .build()
                .start();
    }

    static void deliver(ServerCall<byte[], byte[]> call, byte[] bytes) {
        call.sendHeaders(new Metadata());
        call.sendMessage(bytes);
        call.close(Status.OK, new Metadata());
    }

    boolean isRunning() {
        return !server.isShutdown();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
