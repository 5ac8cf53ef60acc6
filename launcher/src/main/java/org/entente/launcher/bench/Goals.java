package org.entente.launcher.bench;

import java.util.List;
import java.util.Locale;

/**
 * What this ledger is meant to reach on two cores, held against what was measured. Said, never enforced: a figure depends
 * on the machine and its other work.
 *
 * @param perSecond statements of 1 kB a second, the best row
 * @param lone median of a lone statement until it is final, nanoseconds
 */
record Goals(double perSecond, long lone) {
    private static final double STATEMENTS = 3_000;
    private static final long LONE_MILLIS = 300;
    private static final double NANOS_IN_MILLI = 1e6;

    Section section(int cores) {
        double millis = lone / NANOS_IN_MILLI;
        return new Section(
                "goals",
                "Goals, set for 2 cores; this machine has " + cores,
                List.of("goal", "measured", "verdict"),
                List.of(
                        List.of(
                                Cell.words("3,000 statements of 1 kB a second"),
                                Cell.rate(perSecond),
                                Cell.words(verdict(perSecond >= STATEMENTS))),
                        List.of(
                                Cell.words("a lone statement final within 300 ms (p50)"),
                                Cell.words(String.format(Locale.ROOT, "%.0f ms", millis)),
                                Cell.words(verdict(millis < LONE_MILLIS)))));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "NOT met";
    }
}
