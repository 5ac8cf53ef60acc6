package org.entente.contract.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whoever starts and stops this process whether it lives: {@code GET /healthz} answers 200 while the threads that run
 * calls make progress, and 503 with their names once some do not. It is opened once the service is warm, so a first answer
 * also means ready. It says nothing else to anybody, over plain HTTP: keep it on the machine or in the pod.
 */
public final class HealthPort implements AutoCloseable {
    /** The environment's name for {@code host:port}; without it there is no such port. */
    public static final String ADDRESS = "CHAINCODE_HEALTH_ADDRESS";

    /** The environment's name for the longest a call may stand still, in seconds; 30 unless given. */
    public static final String PATIENCE = "CHAINCODE_HEALTH_PATIENCE_SECONDS";

    private static final long USUAL_SECONDS = 30;

    private final HttpServer server;
    private final HandlerThreads threads;

    private HealthPort(HttpServer server, HandlerThreads threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens the port that the environment names.
     *
     * @param environment of the process
     * @return the open port; empty if none is named
     * @throws IOException if it cannot be had
     * @throws IllegalArgumentException if address or seconds cannot be read
     */
    public static Optional<HealthPort> open(Map<String, String> environment) throws IOException {
        String address = environment.get(ADDRESS);
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(ADDRESS + " is host:port");
        }
        InetSocketAddress at =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        String seconds = environment.getOrDefault(PATIENCE, Long.toString(USUAL_SECONDS));
        HttpServer server = HttpServer.create(at, 0);
        HealthPort port = new HealthPort(server, new HandlerThreads(Duration.ofSeconds(Long.parseLong(seconds))));
        server.createContext("/healthz", port::answer);
        server.start();
        return Optional.of(port);
    }

    /**
     * Opens the port that this process's environment names.
     *
     * @throws IOException if it cannot be had
     */
    public static void openIfNamed() throws IOException {
        open(System.getenv());
    }

    /**
     * Where it listens.
     *
     * @return a port of this machine
     */
    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> stuck = threads.stuck();
        byte[] body = (stuck.isEmpty() ? "alive\n" : "stuck: " + String.join(", ", stuck) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(stuck.isEmpty() ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
