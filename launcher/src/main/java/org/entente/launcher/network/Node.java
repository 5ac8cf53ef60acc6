package org.entente.launcher.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.entente.fabric.layout.NodeLayout;
import org.entente.launcher.process.DetachedProcess;

/**
 * A process of the network.
 *
 * @param name such as {@code peer.AU}
 * @param layout its files
 * @param command that starts it; asked for only then, so that Fabric need not be installed to look at a network or end it
 * @param environment for it
 * @param operations the port of its health, which answers before it takes its first call; empty if it tells none
 * @param serves a port that it takes connections on once it serves
 */
record Node(
        String name,
        NodeLayout layout,
        Supplier<List<String>> command,
        Map<String, String> environment,
        OptionalInt operations,
        int serves) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLITE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int GOOD = 200;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    DetachedProcess process() {
        return new DetachedProcess(layout.process());
    }

    boolean isRunning() {
        return process().find().isPresent();
    }

    /** Whether it was started and not stopped since: then it should run. */
    boolean isWanted() {
        return Files.exists(layout.process());
    }

    /** How a process is that should run. */
    enum Condition {
        /** It has ended. */
        GONE,
        /** It says nothing about its health. */
        SILENT,
        /** It says that it does not do its work. */
        STUCK,
        /** It does its work, as far as it can be asked. */
        WELL
    }

    /** How it is now. */
    Condition condition() {
        if (!isRunning()) {
            return Condition.GONE;
        }
        OptionalInt status = operations.isEmpty() ? OptionalInt.of(GOOD) : status(operations.getAsInt());
        if (status.isEmpty()) {
            return Condition.SILENT;
        }
        return status.getAsInt() == GOOD ? Condition.WELL : Condition.STUCK;
    }

    /** Whether it runs and does its work. */
    boolean isServing() {
        return isRunning() && takesConnections() && condition() == Condition.WELL;
    }

    private static OptionalInt status(int port) {
        try {
            return OptionalInt.of(HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz"))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private boolean takesConnections() {
        try (java.net.Socket socket = new java.net.Socket()) {
            socket.connect(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), serves), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts it, unless it runs, and waits until it serves. */
    void start() {
        try {
            Files.createDirectories(layout.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process().start(command.get(), environment, layout.folder(), layout.log());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isServing()) {
            if (!isRunning() || System.nanoTime() > end) {
                throw new NetworkFailure(
                        name + " does not start: " + lastLine(),
                        "Its output stands in " + layout.log() + ". ./entente network status shows the others.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    void stop() {
        process().stop(POLITE);
    }

    void kill() {
        process().stop(Duration.ZERO);
    }

    /** The last line that says what went wrong, or else the last one. */
    private String lastLine() {
        try {
            List<String> lines = Files.readString(layout.log(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.reversed().stream()
                    .filter(line -> line.contains(" PANI ") || line.contains(" ERRO ") || line.contains(" FATA "))
                    .findFirst()
                    .orElseGet(() -> lines.isEmpty() ? "no output" : lines.getLast());
        } catch (IOException e) {
            return "no output";
        }
    }
}
