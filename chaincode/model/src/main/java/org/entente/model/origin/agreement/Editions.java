package org.entente.model.origin.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What an agreement's text says of one matter, as it changed over time.
 *
 * @param all ordered by first day, the first of them from {@link LocalDate#MIN}
 * @param <T> type of the value
 */
public record Editions<T>(List<Edition<T>> all) {
    /**
     * One version of the text.
     *
     * @param from the first day on which it may have been in force
     * @param fromVerified true only where the source of that day was read; otherwise the edition before may have stayed
     *     in force for some time
     * @param datum what the text says
     * @param <T> type of the value
     */
    public record Edition<T>(LocalDate from, boolean fromVerified, Datum<T> datum) {}

    /** Sorts; refuses none, or two of the same day, with {@link IllegalArgumentException}. */
    public Editions {
        all = all.stream().sorted(Comparator.comparing(Edition::from)).toList();
        if (all.isEmpty() || !all.getFirst().from().equals(LocalDate.MIN)) {
            throw new IllegalArgumentException("the first edition has no first day");
        }
        if (all.stream().map(Edition::from).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two editions of one day");
        }
    }

    /**
     * What may have been in force on a day.
     *
     * @param day a day
     * @return one datum, or several where the day of a change was not verified; the newest first
     */
    public List<Datum<T>> possibleOn(LocalDate day) {
        List<Datum<T>> possible = new ArrayList<>();
        for (Edition<T> edition : all.reversed()) {
            if (!edition.from().isAfter(day)) {
                possible.add(edition.datum());
                if (edition.fromVerified()) {
                    break;
                }
            }
        }
        return Collections.unmodifiableList(possible);
    }
}
