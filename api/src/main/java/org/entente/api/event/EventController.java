package org.entente.api.event;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.entente.api.account.Caller;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened, for accounts whom it concerns. */
@RestController
@RequestMapping("/v1/events")
@AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER, VERIFYING_OFFICER})
class EventController {
    private final EventStore events;
    private final EventStreaming streaming;

    EventController(EventStore events, EventStreaming streaming) {
        this.events = events;
        this.streaming = streaming;
    }

    /**
     * A page of events.
     *
     * @param items oldest first
     */
    record Events(List<EventView> items) {}

    @Operation(summary = "What happened in the last 90 days, oldest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Events> events(Caller caller, PageRequest page) {
        Paged<Event> paged = Paged.of(
                events.after(EventScope.of(caller), Paged.number(page, 0), page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.position()));
        return paged.answer(() -> new Events(paged.map(EventView::of).items()));
    }

    @Operation(
            summary = "What happens, as it happens (server-sent events); the same events as in the list",
            description =
                    "Each has an id; who names the last one in Last-Event-ID misses none. Without it the stream begins"
                            + " now. A comment comes every 10 seconds. The stream ends at sign-out, when the account's roles change,"
                            + " and after an hour; connect again.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content =
                                @Content(
                                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                        schema = @Schema(type = "string"))),
                @ApiResponse(responseCode = "429", ref = "#/components/responses/Problem")
            })
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Parameter(description = "id of the last event that was received")
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws InterruptedException {
        streaming.run(caller, position(lastEventId), request, response);
    }

    private long position(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return events.newest();
        }
        if (!lastEventId.matches("\\d{1,18}")) {
            throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "Last-Event-ID is the id of an event of this stream");
        }
        return Long.parseLong(lastEventId);
    }
}
