package org.entente.api.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as others see it.
 *
 * @param id the same wherever and however often it is told
 * @param type what happened
 * @param timestamp when
 * @param data names of what it concerns, to be looked up with the reader's own account
 */
public record EventView(
        UUID id,
        String type,
        Instant timestamp,

        @Schema(type = "object") JsonNode data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Shows an event.
     *
     * @param event from the store
     * @return its view
     */
    public static EventView of(Event event) {
        return new EventView(event.id(), event.type(), event.at(), JSON.readTree(event.data()));
    }
}
