package org.entente.model.trust;

import java.time.Instant;
import java.util.Optional;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Position;

/**
 * How new some information is. What was signed or changed after it is not known.
 *
 * @param time the newest moment that the information covers
 * @param position where on the ledger it ends, exclusive; empty if it does not come from a ledger
 */
public record AsOf(Instant time, Optional<Position> position) {
    /** Refuses a moment outside the years 1 to 9999 with {@link IllegalArgumentException}. */
    public AsOf {
        UtcTime.check(time);
    }
}
