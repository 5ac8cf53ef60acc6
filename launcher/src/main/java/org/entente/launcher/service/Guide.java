package org.entente.launcher.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.service.PresentationPage.Found;

/**
 * Fills the administrations with something to look at, and serves the page that says what to try. It shows passwords, and
 * so answers this machine's browser only, and no page of another name that was made to lead here.
 */
public final class Guide implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final GuidePage page;
    private final PresentationPage presentations;
    private final Set<String> names;

    private Guide(HttpServer server, GuidePage page, PresentationPage presentations, int port) {
        this.server = server;
        this.page = page;
        this.presentations = presentations;
        this.names = Set.of("localhost:" + port, "127.0.0.1:" + port);
    }

    /**
     * Seeds and serves.
     *
     * @param services run
     * @param today the day from which the samples' days are counted, in UTC
     * @return the serving page
     * @throws ConsortiumFailure if its port cannot be had
     */
    public static Guide open(Administrations services, LocalDate today) {
        Seeding.once(services, today);
        int port = services.ports().guide();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Guide guide =
                    new Guide(server, new GuidePage(services), new PresentationPage(PresentedFiles.of(services)), port);
            server.createContext("/", guide::answer);
            server.start();
            return guide;
        } catch (IOException e) {
            throw new ConsortiumFailure(
                    Code.PORT_TAKEN,
                    "port " + port + " cannot be had: " + e.getMessage(),
                    "Choose others with --port.",
                    e);
        }
    }

    /**
     * Where it is.
     *
     * @return its address
     */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        boolean known = host != null && names.contains(host);
        Optional<Found> found = known ? found(exchange.getRequestURI().getPath()) : Optional.empty();
        int status = found.isPresent() ? 200 : known ? 404 : 421;
        Found shown = found.orElseGet(
                () -> new Found(utf8("Nothing is here. Open " + address() + "\n"), "text/plain; charset=utf-8"));
        byte[] body = shown.bytes();
        exchange.getResponseHeaders().set("Content-Type", shown.type());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Optional<Found> found(String path) {
        return switch (path) {
            case "/" -> Optional.of(new Found(utf8(page.html()), HTML));
            case PresentationPage.PATH -> Optional.of(new Found(utf8(presentations.html()), HTML));
            default -> presentations.file(path);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
