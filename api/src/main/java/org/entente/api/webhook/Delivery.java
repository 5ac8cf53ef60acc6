package org.entente.api.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to an endpoint.
 *
 * @param sequence orders the log
 * @param endpoint to whom
 * @param message the header {@code webhook-id}: the event's id, the same at every attempt and replay
 * @param type of the event
 * @param body what is sent, byte for byte
 * @param state how far it is
 * @param madeAt when it was decided that it is sent
 * @param attempts how many there were since it was last asked for
 * @param nextTryAt when the next is due, while it waits
 * @param lastAt of the last attempt
 * @param lastStatus what the endpoint answered then
 * @param lastFault why it did not answer
 * @param heldUntil until when one instance alone may send it
 */
public record Delivery(
        long sequence,
        UUID endpoint,
        UUID message,
        String type,
        String body,
        State state,
        Instant madeAt,
        int attempts,
        Instant nextTryAt,
        Optional<Instant> lastAt,
        Optional<Integer> lastStatus,
        Optional<String> lastFault,
        Optional<Instant> heldUntil) {
    /** How far a message is. */
    public enum State {
        /** It will be sent, for the first time or again. */
        WAITING,
        /** The endpoint took it. */
        DELIVERED,
        /** Every attempt failed; it can be replayed. */
        GIVEN_UP
    }

    /**
     * Whether it tells of an event, which can be sent again.
     *
     * @return false for a message that only shows that messages arrive
     */
    public boolean isEvent() {
        return !type.equals(WebhookMessage.PING);
    }
}
