package org.entente.api.stage;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Somebody who listens to server-sent events. */
public final class Listener implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Told> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** One event. */
    public record Told(String id, String type, String data) {}

    private Listener() {}

    /** Listens from now on, or after an event; the answer has begun when this returns. */
    public static Listener to(Api api, String account, String path, String last) {
        Listener listener = new Listener();
        HttpRequest.Builder request = api.as(account, path).header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<Stream<String>> answer = listener.client
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .join();
        if (answer.statusCode() != 200) {
            throw new AssertionError("status " + answer.statusCode());
        }
        Thread.startVirtualThread(() -> listener.read(answer.body()));
        return listener;
    }

    private void read(Stream<String> lines) {
        String[] fields = {"", "", ""};
        try (lines) {
            lines.forEach(line -> {
                if (line.startsWith("id: ")) {
                    fields[0] = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    fields[1] = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Told(fields[0], fields[1], line.substring(6)));
                }
            });
        } catch (java.io.UncheckedIOException e) {
            // closed by either side
        } finally {
            ended = true;
        }
    }

    /** What was told so far. */
    public List<Told> events() {
        return List.copyOf(events);
    }

    /** Whether the stream ended. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
