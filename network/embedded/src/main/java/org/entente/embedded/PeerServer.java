package org.entente.embedded;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.jspecify.annotations.Nullable;

/** One member's gRPC endpoint over TLS, which can be taken away and brought back on the same port. */
final class PeerServer {
    private static final int MESSAGE_BYTES = 16 << 20;

    private final CertifiedKey tls;
    private final Executor executor;
    private @Nullable Server server;
    private int port;

    PeerServer(CertifiedKey tls, int port, Executor executor) {
        this.tls = tls;
        this.port = port;
        this.executor = executor;
    }

    /** Chooses a free port if none is given, because the gateways name each other's addresses before they serve. */
    synchronized void reservePort() {
        if (port == 0) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException("no port is free", e);
            }
        }
    }

    synchronized void start(List<BindableService> services) {
        if (server != null) {
            return;
        }
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials())
                .executor(executor)
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxInboundMessageSize(MESSAGE_BYTES);
        services.forEach(builder::addService);
        try {
            Server started = builder.build().start();
            server = started;
            port = started.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": is it in use?", e);
        }
    }

    synchronized void stop() {
        Server running = server;
        server = null;
        if (running != null) {
            running.shutdownNow();
            try {
                running.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized int port() {
        return port;
    }

    private ServerCredentials credentials() {
        try {
            return TlsServerCredentials.create(
                    new ByteArrayInputStream(Certificates.pem(tls.certificate())),
                    new ByteArrayInputStream(tls.key().privateKeyPem()));
        } catch (IOException e) {
            throw new UncheckedIOException("the TLS key cannot be used", e);
        }
    }
}
