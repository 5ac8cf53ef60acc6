package org.entente.model.origin.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.entente.model.finding.Findings;
import org.entente.model.json.IsoDay;
import org.entente.model.json.ObjectReader;

/**
 * Members of one JSON object whose malformation has a code of its own. Every method gives a value, so that the rest of a
 * certificate can be checked too: a placeholder stands in for what is missing or malformed, which is always an error.
 *
 * @param in the object
 * @param findings where errors are collected
 */
public record CodedMembers(ObjectReader in, Findings findings) {
    private static final int LONGEST = 100;
    private static final CountryCode NO_COUNTRY = new CountryCode("ZZ");
    private static final ReferenceNumber NO_REFERENCE = new ReferenceNumber("0");
    private static final Quantity NO_QUANTITY = Quantity.parse("1");
    private static final UnitCode NO_UNIT = new UnitCode("C62");

    /**
     * A required text in a format of its own.
     *
     * @param name the member's name
     * @param code raised on another format
     * @param format what the text must be, for people
     * @param parser throws IllegalArgumentException or DateTimeException on any other text
     * @param placeholder stands in for what is missing or malformed
     * @param <T> what the text means
     * @return the value or the placeholder
     */
    public <T> T coded(String name, OriginCode code, String format, Function<String, T> parser, T placeholder) {
        return in.text(name, LONGEST)
                .flatMap(text -> parse(name, text, code, format, parser))
                .orElse(placeholder);
    }

    /**
     * Like {@link #coded} but may be left out.
     *
     * @param name the member's name
     * @param code raised on another format
     * @param format what the text must be, for people
     * @param parser throws IllegalArgumentException or DateTimeException on any other text
     * @param <T> what the text means
     * @return the value, or empty if it is not there or malformed
     */
    public <T> Optional<T> optional(String name, OriginCode code, String format, Function<String, T> parser) {
        return in.optionalText(name, LONGEST).flatMap(text -> parse(name, text, code, format, parser));
    }

    /**
     * A required text.
     *
     * @param name the member's name
     * @param maxLength the most UTF-16 units
     * @return the text, or a question mark
     */
    public String text(String name, int maxLength) {
        return in.text(name, maxLength).orElse("?");
    }

    /**
     * A required integer.
     *
     * @param name the member's name
     * @param min the least value
     * @param max the greatest value
     * @return the integer, or the least value
     */
    public int integer(String name, int min, int max) {
        return in.integer(name, min, max).map(Long::intValue).orElse(min);
    }

    /**
     * A required day.
     *
     * @param name the member's name
     * @return the day, or 1970-01-01
     */
    public LocalDate day(String name) {
        return coded(name, OriginCode.ORIGIN_DATE_INVALID, "a day such as 2026-05-03", IsoDay::parse, LocalDate.EPOCH);
    }

    /**
     * A day that may be left out.
     *
     * @param name the member's name
     * @return the day, if it is there and well-formed
     */
    public Optional<LocalDate> optionalDay(String name) {
        return optional(name, OriginCode.ORIGIN_DATE_INVALID, "a day such as 2026-05-03", IsoDay::parse);
    }

    /**
     * A required country.
     *
     * @param name the member's name
     * @return the country, or ZZ
     */
    public CountryCode country(String name) {
        return coded(name, OriginCode.ORIGIN_COUNTRY_INVALID, "two upper-case letters", CountryCode::new, NO_COUNTRY);
    }

    /**
     * A required reference number.
     *
     * @param name the member's name
     * @return the number, or 0
     */
    public ReferenceNumber reference(String name) {
        return coded(
                name, OriginCode.ORIGIN_REFERENCE_INVALID, "a reference number", ReferenceNumber::new, NO_REFERENCE);
    }

    /**
     * A required quantity.
     *
     * @param name the member's name
     * @return the quantity, or 1
     */
    public Quantity quantity(String name) {
        return coded(name, OriginCode.ORIGIN_QUANTITY_INVALID, "a decimal such as 12.5", Quantity::parse, NO_QUANTITY);
    }

    /**
     * A required unit of measure.
     *
     * @param name the member's name
     * @return the unit, or C62
     */
    public UnitCode unit(String name) {
        return coded(name, OriginCode.ORIGIN_UNIT_INVALID, "a code such as KGM", UnitCode::new, NO_UNIT);
    }

    private <T> Optional<T> parse(
            String name, String text, OriginCode code, String format, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.add(code, in.at(name), format + " is expected");
            return Optional.empty();
        }
    }
}
