package org.entente.api.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened. It holds names and no commercial data: whoever is told looks the rest up with its own account.
 *
 * @param position orders events; grows by one
 * @param id the same wherever and however often it is told
 * @param at when
 * @param type what; a name that this release may not know
 * @param officers whom of the administration it concerns
 * @param organisation the exporter whom it concerns
 * @param data a JSON object
 */
public record Event(
        long position, UUID id, Instant at, String type, Officers officers, Optional<UUID> organisation, String data) {
    /** Whom of the administration something concerns. */
    public enum Officers {
        /** Those who issue. */
        ISSUING,
        /** Those who check what partners issued. */
        VERIFYING
    }
}
