package org.entente.api.event;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.api.account.Caller;
import org.entente.api.security.Callers;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events to whoever listens (WHATWG HTML, 9.2), each stream on a virtual thread of its own. */
@Component
class EventStreaming {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final EventStore events;
    private final EventLoop loop;
    private final OpenStreams open;
    private final Callers callers;
    private final JsonMapper json;

    EventStreaming(EventStore events, EventLoop loop, OpenStreams open, Callers callers, JsonMapper json) {
        this.events = events;
        this.loop = loop;
        this.open = open;
        this.callers = callers;
        this.json = json;
    }

    /** Goes on until the listener is gone, is somebody else by now, or has listened for long. */
    void run(Caller caller, long after, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        Supplier<Optional<Caller>> watched = callers.watch(request);
        open.take(caller.account());
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            // Proxies that collect answers before they pass them on would hold events back.
            response.setHeader("X-Accel-Buffering", "no");
            OutputStream out = response.getOutputStream();
            write(out, "retry: 2000\n\n");
            listen(caller, after, watched, out);
        } catch (IOException e) {
            // the listener is gone
            return;
        } finally {
            open.giveBack(caller.account());
        }
    }

    private void listen(Caller caller, long after, Supplier<Optional<Caller>> watched, OutputStream out)
            throws IOException, InterruptedException {
        EventScope scope = EventScope.of(caller);
        long end = System.nanoTime() + LONGEST.toNanos();
        long said = System.nanoTime();
        EventCursor cursor =
                new EventCursor(after, loop::newest, (position, most) -> events.after(scope, position, most));
        while (open.isRunning() && System.nanoTime() < end && watched.get().equals(Optional.of(caller))) {
            for (Event event : cursor.next()) {
                write(out, text(event));
                said = System.nanoTime();
            }
            if (System.nanoTime() - said > HEARTBEAT.toNanos()) {
                write(out, ":\n\n");
                said = System.nanoTime();
            }
            loop.await(cursor.position(), LOOK);
        }
    }

    private String text(Event event) {
        return "id: " + event.position() + "\nevent: " + event.type() + "\ndata: "
                + json.writeValueAsString(EventView.of(event)) + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
