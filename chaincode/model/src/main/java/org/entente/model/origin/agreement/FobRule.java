package org.entente.model.origin.agreement;

import java.util.Set;
import org.entente.model.origin.certificate.CountryCode;

/**
 * When the FOB value is asked for: where one of the criteria is claimed and one of the countries exports or imports.
 *
 * @param criteria codes; empty for every criterion
 * @param countries codes; empty for every country
 */
public record FobRule(Set<String> criteria, Set<CountryCode> countries) {
    /** Keeps unmodifiable copies. */
    public FobRule {
        criteria = Set.copyOf(criteria);
        countries = Set.copyOf(countries);
    }
}
