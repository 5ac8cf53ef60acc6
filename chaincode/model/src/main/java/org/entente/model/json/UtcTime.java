package org.entente.model.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Moments in UTC as text (RFC 3339), each with one spelling: what {@link Instant#toString} writes. */
public final class UtcTime {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST =
            Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);

    /** The length of {@code 2026-05-03T10:32:00Z}: as long, and without a fraction, a moment has no other spelling. */
    private static final int WHOLE_SECONDS = 20;

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
            if (text.length() == WHOLE_SECONDS) {
                return check(seconds(text));
            }
            Instant moment = check(Instant.parse(text));
            if (moment.toString().equals(text)) {
                return moment;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a moment in UTC", e);
        }
        throw new IllegalArgumentException("another spelling of a moment in UTC");
    }

    private static Instant seconds(String text) {
        if (text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':' || text.charAt(19) != 'Z') {
            throw new IllegalArgumentException("not a moment in UTC");
        }
        LocalTime time =
                LocalTime.of(IsoDay.number(text, 11, 13), IsoDay.number(text, 14, 16), IsoDay.number(text, 17, 19));
        return LocalDateTime.of(IsoDay.at(text, 0), time).toInstant(ZoneOffset.UTC);
    }

    /**
     * Writes a moment.
     *
     * @param moment a moment of the years 1 to 9999
     * @return what {@link #parse} reads, and what {@link Instant#toString} would write, only quicker
     */
    public static String write(Instant moment) {
        long seconds = check(moment).getEpochSecond();
        if (!moment.equals(Instant.ofEpochSecond(seconds))) {
            return moment.toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(WHOLE_SECONDS).append(time.toLocalDate());
        two(text.append('T'), time.getHour());
        two(text.append(':'), time.getMinute());
        two(text.append(':'), time.getSecond());
        return text.append('Z').toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
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
