package org.entente.model.origin.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.model.json.Alphabet;

/**
 * How the goods travel, as far as it is known at issue.
 *
 * @param departureDate day of shipment at the place of loading
 * @param vessel vessel, flight or vehicle, at most 100 characters
 * @param loading UN/LOCODE
 * @param discharge UN/LOCODE
 * @param transit countries passed through
 * @param containers container numbers (ISO 6346), unchecked
 */
public record Transport(
        Optional<LocalDate> departureDate,
        Optional<String> vessel,
        Optional<String> loading,
        Optional<String> discharge,
        List<CountryCode> transit,
        List<String> containers) {
    private static final Alphabet PLACE = Alphabet.of("AZ29");

    /** Keeps unmodifiable copies; refuses other forms of UN/LOCODE with {@link IllegalArgumentException}. */
    public Transport {
        transit = List.copyOf(transit);
        containers = List.copyOf(containers);
        loading.ifPresent(Transport::checkLocode);
        discharge.ifPresent(Transport::checkLocode);
    }

    static String checkLocode(String text) {
        if (!PLACE.spells(text, 5, 5) || !Alphabet.UPPER_CASE.spellsPart(text, 0, 2)) {
            throw new IllegalArgumentException("not a UN/LOCODE");
        }
        return text;
    }
}
