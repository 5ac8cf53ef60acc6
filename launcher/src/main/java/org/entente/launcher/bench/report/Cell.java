package org.entente.launcher.bench.report;

import java.util.Locale;
import java.util.Optional;

/**
 * One figure of a report, as people and as programs read it.
 *
 * @param text for people
 * @param number for programs; empty for words
 */
public record Cell(String text, Optional<Number> number) {
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double NANOS_IN_MICRO = 1e3;
    private static final double SMALL = 10;

    /**
     * Words.
     *
     * @param text for people and programs
     * @return a cell without a number
     */
    public static Cell words(String text) {
        return new Cell(text, Optional.empty());
    }

    /**
     * How many.
     *
     * @param number counted
     * @return the cell
     */
    public static Cell count(long number) {
        return new Cell(String.format(Locale.ROOT, "%,d", number), Optional.of(number));
    }

    /**
     * So many a second, or whatever else needs no more than three digits.
     *
     * @param number measured
     * @return the cell
     */
    public static Cell rate(double number) {
        return new Cell(
                String.format(Locale.ROOT, number < SMALL ? "%.2f" : number < SMALL * SMALL ? "%.1f" : "%,.0f", number),
                Optional.of(rounded(number)));
    }

    /**
     * A time, in milliseconds.
     *
     * @param nanos measured
     * @return the cell
     */
    public static Cell millis(long nanos) {
        double millis = nanos / NANOS_IN_MILLI;
        return new Cell(
                String.format(Locale.ROOT, millis < SMALL ? "%.1f" : "%,.0f", millis), Optional.of(rounded(millis)));
    }

    /**
     * A short time, in microseconds.
     *
     * @param nanos measured
     * @return the cell
     */
    public static Cell micros(long nanos) {
        return rate(nanos / NANOS_IN_MICRO);
    }

    /**
     * How many times something else that was measured in the same run.
     *
     * @param ratio of the two
     * @return the cell
     */
    public static Cell ratio(double ratio) {
        return new Cell(
                String.format(Locale.ROOT, ratio >= SMALL ? "%,.0fx" : ratio >= 1 ? "%.1fx" : "%.3fx", ratio),
                Optional.of(rounded(ratio)));
    }

    private static double rounded(double number) {
        return Math.round(number * 1e4) / 1e4;
    }
}
