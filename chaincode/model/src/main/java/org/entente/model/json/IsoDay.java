package org.entente.model.json;

import java.time.LocalDate;

/** Days as text (ISO 8601), each with one spelling: that lets years have more digits and signs, we do not. */
public final class IsoDay {
    private static final int LENGTH = 10;

    private IsoDay() {}

    /**
     * Reads a day.
     *
     * @param text for example {@code 2026-05-03}
     * @return the day
     * @throws IllegalArgumentException if the text has another form
     * @throws java.time.DateTimeException if no calendar has such a day
     */
    public static LocalDate parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a day");
        }
        return at(text, 0);
    }

    /** The day that starts at an index of a text; there are ten characters at least. */
    static LocalDate at(String text, int from) {
        if (text.charAt(from + 4) != '-' || text.charAt(from + 7) != '-') {
            throw new IllegalArgumentException("not a day");
        }
        return LocalDate.of(
                number(text, from, from + 4), number(text, from + 5, from + 7), number(text, from + 8, from + LENGTH));
    }

    /** A number of ASCII digits alone. */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Alphabet.DIGITS.has(c)) {
                throw new IllegalArgumentException("not a digit");
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
