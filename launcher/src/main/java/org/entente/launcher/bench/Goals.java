package org.entente.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Section;

/**
 * What this ledger is meant to reach on two cores, held against what was measured. Said, never enforced: a figure depends
 * on the machine and its other work. Not thread-safe.
 */
final class Goals {
    private static final double STATEMENTS = 3_000;
    private static final long LONE_MILLIS = 300;
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double NANOS = 1e9;

    private record Load(int streams, int writers, double perSecond) {}

    private record Lone(int streams, long nanos) {}

    private final List<Load> loads = new ArrayList<>();
    private final List<Lone> lones = new ArrayList<>();
    private int rebuilt;
    private long rebuildNanos;

    /** So many writers reached so many statements a second. */
    void load(int streams, int writers, double perSecond) {
        loads.add(new Load(streams, writers, perSecond));
    }

    /** A lone writer's statement took so long, from the request until it was final, in the middle. */
    void lone(int streams, long nanos) {
        lones.add(new Lone(streams, nanos));
    }

    /** So many statements were rebuilt in this time. */
    void rebuilt(int statements, long nanos) {
        rebuilt = statements;
        rebuildNanos = nanos;
    }

    /**
     * The verdicts.
     *
     * @param plain transactions of one statement that the same run reached, a second; 0 if not measured
     */
    Section section(double plain, int cores) {
        List<List<Cell>> rows = new ArrayList<>();
        int most = loads.stream().mapToInt(Load::writers).max().orElse(0);
        loads.stream().filter(load -> load.writers() == most).forEach(load -> rows.add(throughput(load, plain)));
        for (Lone lone : lones) {
            double millis = lone.nanos() / NANOS_IN_MILLI;
            rows.add(row(
                    "a lone statement final within 300 ms (p50), " + streams(lone.streams()),
                    String.format(Locale.ROOT, "%.0f ms", millis),
                    "",
                    millis < LONE_MILLIS ? "MET" : "NOT MET"));
        }
        if (rebuilt > 0) {
            double perSecond = rebuilt * NANOS / rebuildNanos;
            rows.add(row(
                    String.format(Locale.ROOT, "%,d statements rebuilt from the evidence", rebuilt),
                    String.format(Locale.ROOT, "%.0f s, %,.0f/s", rebuildNanos / NANOS, perSecond),
                    beside(perSecond, plain),
                    "no goal was set"));
        }
        return new Section(
                "goals",
                "Goals, set for 2 cores; this machine has " + cores,
                List.of("goal", "measured", "beside plain transactions", "verdict"),
                rows);
    }

    private static List<Cell> throughput(Load load, double plain) {
        return row(
                "3,000 statements of 1 kB a second, " + load.writers() + " writers, " + streams(load.streams()),
                String.format(Locale.ROOT, "%,.0f/s", load.perSecond()),
                beside(load.perSecond(), plain),
                load.perSecond() >= STATEMENTS ? "MET" : "NOT MET");
    }

    private static String beside(double perSecond, double plain) {
        return plain == 0 ? "" : String.format(Locale.ROOT, "%.0fx", perSecond / plain);
    }

    private static String streams(int streams) {
        return streams == 1 ? "one stream" : streams + " streams";
    }

    private static List<Cell> row(String goal, String measured, String beside, String verdict) {
        return List.of(Cell.words(goal), Cell.words(measured), Cell.words(beside), Cell.words(verdict));
    }
}
