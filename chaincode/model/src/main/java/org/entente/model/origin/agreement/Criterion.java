package org.entente.model.origin.agreement;

import java.util.Optional;
import org.entente.model.finding.LegalReference;

/**
 * An origin criterion of an agreement.
 *
 * @param code for example {@code RVC}
 * @param percent the percentage that it needs; empty if it has none
 * @param law where the agreement has it
 */
public record Criterion(String code, Optional<Datum<Percentage>> percent, LegalReference law) {
    /**
     * Bounds of a percentage, both inclusive.
     *
     * @param min least whole per cent
     * @param max greatest whole per cent
     */
    public record Percentage(int min, int max) {
        /** Refuses bounds outside 0 to 100 or out of order with {@link IllegalArgumentException}. */
        public Percentage {
            if (min < 0 || max > 100 || min > max) {
                throw new IllegalArgumentException("0 to 100 per cent");
            }
        }
    }
}
