package org.entente.api.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * A key with which messages are signed.
 *
 * @param generation its number; the first is 1
 * @param madeAt since when it signs
 * @param signsUntil until when; empty for the newest
 */
record WebhookKey(int generation, Instant madeAt, Optional<Instant> signsUntil) {
    boolean signs(Instant now) {
        return signsUntil.map(now::isBefore).orElse(true);
    }
}
