package org.entente.launcher.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Latencies;

/**
 * What became of the statements of a run.
 *
 * @param said how many statements were said, warm-up included
 * @param perSecond statements that became final between the first and the last fold in the measured time, for each
 *     second of it: whole batches become final at once, and counting those of a fixed time would round to a batch
 * @param accepted from the request until it is stored
 * @param committed from there until the author's node knew it on the ledger
 * @param settled from there until the author's own fold had passed it
 * @param heard from there until the audience's fold had passed it
 * @param perBatch statements a batch, on average
 */
record LoadResult(
        int said,
        double perSecond,
        Latencies accepted,
        Latencies committed,
        Latencies settled,
        Latencies heard,
        double perBatch) {
    private static final double NANOS = 1e9;

    static LoadResult of(BenchStage stage, List<Spoken> spoken, long from, long until) {
        Map<Spoken, DispatchLog.Place> places = DispatchLog.of(stage, spoken);
        LoadResult result = new LoadResult(
                spoken.size(),
                perSecond(stage, places, from, until),
                new Latencies(),
                new Latencies(),
                new Latencies(),
                new Latencies(),
                spoken.size()
                        / (double) Math.max(
                                1,
                                places.values().stream()
                                        .map(DispatchLog.Place::batch)
                                        .distinct()
                                        .count()));
        places.forEach((each, place) -> {
            if (each.askedAt() >= from && each.askedAt() < until) {
                result.add(stage, each, place);
            }
        });
        return result;
    }

    private static double perSecond(BenchStage stage, Map<Spoken, DispatchLog.Place> places, long from, long until) {
        long[] times = places.entrySet().stream()
                .mapToLong(each -> settledAt(stage, each.getKey(), each.getValue()))
                .filter(at -> at >= from && at < until)
                .sorted()
                .toArray();
        if (times.length == 0 || times[0] == times[times.length - 1]) {
            return times.length * NANOS / (until - from);
        }
        long first = times[0];
        long later = Arrays.stream(times).filter(at -> at > first).count();
        return later * NANOS / (times[times.length - 1] - first);
    }

    private static long settledAt(BenchStage stage, Spoken each, DispatchLog.Place place) {
        return stage.watch(each.stream().author()).passedAt(each.stream(), place.sequence());
    }

    private void add(BenchStage stage, Spoken each, DispatchLog.Place place) {
        long since = each.acceptedAt();
        accepted.add(since - each.askedAt());
        // Another thread may have been quicker than the one that heard the acceptance.
        committed.add(Math.max(0, place.committedAt() - since));
        settled.add(Math.max(0, settledAt(stage, each, place) - since));
        heard.add(Math.max(0, stage.watch(each.stream().audience()).passedAt(each.stream(), place.sequence()) - since));
    }

    /** The cells of a row: throughput, then median and 99th of a hundred of each step. */
    List<Cell> cells() {
        return List.of(
                Cell.rate(perSecond),
                Cell.millis(accepted.median()),
                Cell.millis(accepted.p99()),
                Cell.millis(committed.median()),
                Cell.millis(committed.p99()),
                Cell.millis(settled.median()),
                Cell.millis(settled.p99()),
                Cell.millis(heard.median()),
                Cell.millis(heard.p99()),
                Cell.rate(perBatch));
    }

    static List<String> columns() {
        return List.of(
                "statements/s",
                "stored p50 ms",
                "p99",
                "committed p50",
                "p99",
                "final p50",
                "p99",
                "audience p50",
                "p99",
                "a batch");
    }
}
