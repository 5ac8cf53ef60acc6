package org.entente.api.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.UtcTime;

/**
 * What an administrator wants to have sent again.
 *
 * @param event only this one
 * @param from first moment, otherwise
 * @param until last moment
 */
record ReplayForm(Optional<UUID> event, Optional<Instant> from, Optional<Instant> until) {
    /** Empty only with an error among the findings. */
    static Optional<ReplayForm> read(ObjectReader in, Findings findings) {
        Optional<UUID> event = in.optionalParsed("event", "an event's id", UUID::fromString);
        Optional<Instant> from = in.optionalParsed("from", "a moment such as 2027-01-01T00:00:00Z", UtcTime::parse);
        Optional<Instant> until = in.optionalParsed("until", "a moment such as 2027-01-01T00:00:00Z", UtcTime::parse);
        boolean one = in.has("event") && !in.has("from") && !in.has("until");
        boolean several = !in.has("event") && in.has("from") && in.has("until");
        if (!one && !several) {
            findings.add(JsonCode.JSON_VALUE_INVALID, "", "either event, or from and until, are expected");
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of(new ReplayForm(event, from, until));
    }
}
