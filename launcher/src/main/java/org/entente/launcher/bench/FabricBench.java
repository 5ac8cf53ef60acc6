package org.entente.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import org.entente.model.member.StreamId;

/** What Entente reaches on real peers, beside a plain contract on the same network in the same run. */
final class FabricBench {
    private static final List<Integer> AT_ONCE = List.of(1, 32, 128);
    private static final int UNDER_WAY = 4_000;
    private static final int WRITERS = 8;
    private static final long LONE_MILLIS = 400;
    private static final double TENFOLD = 10;
    private static final double NANOS_IN_MILLI = 1e6;

    private final Report report;
    private final Duration each;
    private final Path folder;
    private final Path members;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<List<Cell>> costs = new ArrayList<>();
    private double batched;
    private double plain;
    private long lone;

    FabricBench(Report report, Duration each, Path folder, Path members) {
        this.report = report;
        this.each = each;
        this.folder = folder;
        this.members = members;
    }

    void run() throws IOException, InterruptedException {
        FabricGround ground = new FabricGround(folder, members, step -> report.say("  " + step));
        try (BenchStage stage = BenchStage.on(folder, ground)) {
            report.say(ground.words() + ", " + ground.members().size() + " members, all on this machine; statements of "
                    + SampleStatements.BYTES + " bytes");
            StreamId stream = stage.streams().getFirst();
            PlainCreates creates = new PlainCreates(ground.settings(stream.author()), stream);
            // Until the virtual machines have compiled what the rows run.
            new LoadRun(stage, stage.streams()).together(WRITERS, UNDER_WAY, Duration.ZERO, each);
            creates.run(AT_ONCE.getLast(), Duration.ZERO, each);
            lone(stage, stream);
            batched(stage, ground, List.of(stream));
            batched(stage, ground, stage.streams());
            for (int atOnce : AT_ONCE) {
                plain(creates, ground, stream, atOnce);
            }
        }
        tell();
    }

    private void lone(BenchStage stage, StreamId stream) throws InterruptedException {
        for (int writers : List.of(1, AT_ONCE.get(1))) {
            LoadResult result = new LoadRun(stage, List.of(stream)).oneByOne(writers, each.dividedBy(4), each);
            rows.add(row("statements, each writer waits", writers, 1, result));
            if (writers == 1) {
                lone = result.accepted().median() + result.settled().median();
            }
        }
    }

    private void batched(BenchStage stage, FabricGround ground, List<StreamId> streams)
            throws IOException, InterruptedException {
        FabricCosts before = FabricCosts.look(ground, folder, streams.getFirst());
        LoadResult result = new LoadRun(stage, streams).together(WRITERS, UNDER_WAY, each.dividedBy(4), each);
        FabricCosts after = FabricCosts.look(ground, folder, streams.getFirst());
        rows.add(row("statements, " + UNDER_WAY + " under way", WRITERS, streams.size(), result));
        costs.add(after.since(before, "a statement, in batches of " + Math.round(result.perBatch()), result.said()));
        batched = Math.max(batched, result.perSecond());
    }

    private static List<Cell> row(String what, int writers, int streams, LoadResult result) {
        return List.of(
                Cell.words(what),
                Cell.count(streams),
                Cell.count(writers),
                Cell.rate(result.perSecond()),
                Cell.millis(result.committed().median()),
                Cell.millis(result.committed().p99()),
                Cell.millis(result.settled().median()),
                Cell.millis(result.settled().p99()),
                Cell.rate(result.perBatch()),
                // One that fails is submitted again until it stands.
                Cell.words(""));
    }

    private void plain(PlainCreates creates, FabricGround ground, StreamId stream, int atOnce)
            throws IOException, InterruptedException {
        FabricCosts before = FabricCosts.look(ground, folder, stream);
        PlainCreates.Result result = creates.run(atOnce, each.dividedBy(4), each);
        FabricCosts after = FabricCosts.look(ground, folder, stream);
        rows.add(List.of(
                Cell.words("plain creates of 1 kB"),
                Cell.count(1),
                Cell.count(atOnce),
                Cell.rate(result.perSecond()),
                Cell.millis(result.committed().median()),
                Cell.millis(result.committed().p99()),
                Cell.words(""),
                Cell.words(""),
                Cell.rate(1),
                Cell.count(result.failed())));
        costs.add(after.since(before, "a plain create, " + atOnce + " at once", result.all()));
        plain = Math.max(plain, result.perSecond());
    }

    private void tell() {
        report.add(new Section(
                "fabric",
                "On real peers: so many a second, from stored (or proposed) to committed, and to final at the author's",
                List.of(
                        "what",
                        "streams",
                        "at once",
                        "a second",
                        "committed p50 ms",
                        "p99",
                        "final p50",
                        "p99",
                        "a batch",
                        "failed"),
                rows));
        report.add(new Section(
                "costs",
                "What one costs: processor time in all processes on this machine, and bytes on the author's peer's disk",
                List.of(
                        "what",
                        "peers us",
                        "orderers us",
                        "contracts us",
                        "Entente and clients us",
                        "PostgreSQL us",
                        "bytes"),
                costs));
        double millis = lone / NANOS_IN_MILLI;
        report.add(new Section(
                "goals",
                "Goals",
                List.of("goal", "measured", "verdict"),
                List.of(
                        List.of(
                                Cell.words("statements in batches, beside plain creates: 10x"),
                                Cell.ratio(plain == 0 ? 0 : batched / plain),
                                Cell.words(batched >= TENFOLD * plain ? "MET" : "NOT MET")),
                        List.of(
                                Cell.words("a lone statement final within 400 ms (p50)"),
                                Cell.words(String.format(Locale.ROOT, "%.0f ms", millis)),
                                Cell.words(millis < LONE_MILLIS ? "MET" : "NOT MET")))));
    }
}
