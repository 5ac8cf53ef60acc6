package org.entente.model.origin.agreement;

import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.LegalReference;

/**
 * Criteria that may be claimed together.
 *
 * @param codes two or more
 * @param percent bounds of the percentage in this combination, instead of those of its criteria
 * @param law where the agreement has it
 */
public record Combination(Set<String> codes, Optional<Datum<Criterion.Percentage>> percent, LegalReference law) {
    /** Keeps an unmodifiable copy; refuses fewer than two codes with {@link IllegalArgumentException}. */
    public Combination {
        codes = Set.copyOf(codes);
        if (codes.size() < 2) {
            throw new IllegalArgumentException("a combination has two criteria or more");
        }
    }
}
