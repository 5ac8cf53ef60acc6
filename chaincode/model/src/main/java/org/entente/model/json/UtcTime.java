package org.entente.model.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Moments in UTC as text (RFC 3339), each with one spelling: what {@link Instant#toString} writes. */
public final class UtcTime {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST =
            Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);

    private UtcTime() {}

    /**
     * Reads a moment.
     *
     * @param text for example {@code 2026-05-03T10:32:00Z}; a fraction has 3, 6 or 9 digits and does not end in three
     *     zeros
     * @return the moment
     * @throws IllegalArgumentException if the text is no moment of the years 1 to 9999 in UTC, or another spelling of it
     */
    public static Instant parse(String text) {
        try {
            Instant moment = check(Instant.parse(text));
            if (moment.toString().equals(text)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a moment in UTC", e);
        }
        throw new IllegalArgumentException("another spelling of a moment in UTC");
    }

    /**
     * Refuses a moment that has no text of RFC 3339.
     *
     * @param moment any moment
     * @return the same moment
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public static Instant check(Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST)) {
            throw new IllegalArgumentException("a moment lies in the years 1 to 9999");
        }
        return moment;
    }
}
