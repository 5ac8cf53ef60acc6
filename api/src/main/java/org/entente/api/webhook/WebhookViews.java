package org.entente.api.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.api.event.Event;
import org.jspecify.annotations.Nullable;

/** What the API shows of endpoints, messages and keys. */
public final class WebhookViews {
    private WebhookViews() {}

    /**
     * An endpoint.
     *
     * @param id names it
     * @param url where it listens
     * @param organisation whose system it is; left out for the administration's own
     * @param officers of whose events the administration's system is told
     * @param types of which types only; empty for all
     * @param state whether it is told now
     * @param madeAt when it was registered
     * @param failingSince since when nothing has reached it
     * @param notice why it is told nothing any more
     * @param publicKey verifies messages: whpk_ and a raw Ed25519 key in base64
     * @param publicKeys of all keys that sign now, newest first; two while a new one takes over
     */
    record EndpointView(
            UUID id,
            String url,
            @Nullable UUID organisation,
            List<Event.Officers> officers,
            List<String> types,
            Endpoint.State state,
            Instant madeAt,
            @Nullable Instant failingSince,
            @Nullable String notice,
            String publicKey,
            List<String> publicKeys) {
        static EndpointView of(Endpoint endpoint, List<String> publicKeys) {
            return new EndpointView(
                    endpoint.id(),
                    endpoint.address(),
                    endpoint.organisation().orElse(null),
                    endpoint.officers().stream().sorted().toList(),
                    endpoint.types(),
                    endpoint.state(),
                    endpoint.madeAt(),
                    endpoint.failingSince().orElse(null),
                    endpoint.notice().orElse(null),
                    publicKeys.getFirst(),
                    publicKeys);
        }
    }

    /**
     * A page of endpoints.
     *
     * @param items newest first
     */
    record Endpoints(List<EndpointView> items) {}

    /**
     * A message to an endpoint.
     *
     * @param id the header webhook-id: the event's id, the same at every attempt and replay
     * @param type of the event
     * @param state how far it is
     * @param madeAt when it was decided that it is sent
     * @param attempts how many there were since it was last asked for
     * @param nextTryAt when the next is due, while it waits
     * @param lastAt of the last attempt
     * @param lastStatus what the endpoint answered then
     * @param lastFault why it did not answer
     */
    record DeliveryView(
            UUID id,
            String type,
            Delivery.State state,
            Instant madeAt,
            int attempts,
            @Nullable Instant nextTryAt,
            @Nullable Instant lastAt,
            @Nullable Integer lastStatus,
            @Nullable String lastFault) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.message(),
                    delivery.type(),
                    delivery.state(),
                    delivery.madeAt(),
                    delivery.attempts(),
                    delivery.state() == Delivery.State.WAITING ? delivery.nextTryAt() : null,
                    delivery.lastAt().orElse(null),
                    delivery.lastStatus().orElse(null),
                    delivery.lastFault().orElse(null));
        }
    }

    /**
     * A page of messages.
     *
     * @param items newest first
     */
    record Deliveries(List<DeliveryView> items) {}

    /**
     * Whether an endpoint is told, as an administrator wants it.
     *
     * @param state ACTIVE or PAUSED
     */
    record Wanted(String state) {}

    /**
     * What is to be sent again: one event, or what happened between two moments.
     *
     * @param event an event's id
     * @param from first moment
     * @param until last moment
     */
    record Replay(
            @Nullable UUID event,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * What will be sent.
     *
     * @param messages how many
     */
    record Asked(int messages) {}

    /**
     * A key with which messages are signed.
     *
     * @param generation its number
     * @param publicKey verifies: whpk_ and a raw Ed25519 key in base64
     * @param madeAt since when it signs
     * @param signsUntil until when; left out for the newest
     * @param signs whether it does now
     */
    public record KeyView(
            int generation,
            String publicKey,
            Instant madeAt,
            @Nullable Instant signsUntil,
            boolean signs) {}

    /**
     * All keys.
     *
     * @param items newest first
     */
    record Keys(List<KeyView> items) {}

    /**
     * How a new key takes over.
     *
     * @param overlapHours how long the one before still signs beside it, 0 to 2160; 168 if left out
     */
    record Rotation(@Nullable Integer overlapHours) {}
}
