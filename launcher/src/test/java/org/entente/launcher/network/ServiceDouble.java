package org.entente.launcher.network;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service that is well until somebody says in a file that it is stuck; it is well again when it starts anew. */
public final class ServiceDouble {
    private ServiceDouble() {}

    /**
     * Serves its health until the process ends.
     *
     * @param args a port, and the file that says that it is stuck
     * @throws IOException if it cannot
     */
    public static void main(String[] args) throws IOException {
        Path stuck = Path.of(args[1]);
        Files.deleteIfExists(stuck);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/healthz", exchange -> {
            exchange.sendResponseHeaders(Files.exists(stuck) ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }
}
