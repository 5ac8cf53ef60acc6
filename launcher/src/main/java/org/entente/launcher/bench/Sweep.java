package org.entente.launcher.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Section;
import org.entente.model.member.StreamId;

/** The same load with batches of other sizes, and the same lone statement with other waits for company. */
final class Sweep {
    private static final int WRITERS = 8;
    private static final double ENOUGH = 0.95;

    private final BenchStage stage;
    private final BenchPlan plan;

    Sweep(BenchStage stage, BenchPlan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    private record Tried(DispatchSettings settings, LoadResult load, LoadResult lone) {}

    Section run() throws InterruptedException {
        List<Tried> sizes = new ArrayList<>();
        for (int size : plan.batchSizes()) {
            sizes.add(attempt(size, Duration.ZERO));
        }
        Tried best = recommended(sizes);
        List<Tried> all = new ArrayList<>(sizes);
        for (Duration linger : plan.lingers()) {
            if (!linger.isZero()) {
                all.add(attempt(best.settings().maxStatements(), linger));
            }
        }
        stage.startNodes(DispatchSettings.STANDARD);
        double one = all.getFirst().load().perSecond();
        return new Section(
                "batchSize",
                "Batch sizes: one stream, " + WRITERS + " writers with " + plan.underWay()
                        + " statements under way; beside it a lone writer who waits",
                List.of(
                        "most a batch",
                        "linger ms",
                        "statements/s",
                        "of size 1",
                        "a batch",
                        "final p50 ms",
                        "p99",
                        "lone final p50",
                        "p99"),
                all.stream().map(each -> row(each, one)).toList(),
                List.of("measured best: " + best.settings().maxStatements() + " statements a batch, no linger"
                        + " (the smallest within 5 % of the fastest); the nodes' default is "
                        + DispatchSettings.STANDARD.maxStatements() + ", linger "
                        + DispatchSettings.STANDARD.linger().toMillis() + " ms"));
    }

    private Tried attempt(int size, Duration linger) throws InterruptedException {
        DispatchSettings settings = new DispatchSettings(size, DispatchSettings.STANDARD.maxBytes(), linger);
        stage.startNodes(settings);
        List<StreamId> streams = List.of(BenchStage.oneStream());
        // What waits in small batches takes for ever to be emptied: fewer are let in.
        int underWay = Math.min(plan.underWay(), size * WRITERS * 4);
        LoadResult lone = new LoadRun(stage, streams).oneByOne(1, plan.warmUp(), plan.each());
        LoadResult load = new LoadRun(stage, streams).together(WRITERS, underWay, plan.warmUp(), plan.each());
        return new Tried(settings, load, lone);
    }

    private static Tried recommended(List<Tried> sizes) {
        double most = sizes.stream()
                .mapToDouble(each -> each.load().perSecond())
                .max()
                .orElseThrow();
        return sizes.stream()
                .filter(each -> each.load().perSecond() >= most * ENOUGH)
                .findFirst()
                .orElseThrow();
    }

    private static List<Cell> row(Tried each, double one) {
        return List.of(
                Cell.count(each.settings().maxStatements()),
                Cell.count(each.settings().linger().toMillis()),
                Cell.rate(each.load().perSecond()),
                Cell.ratio(one == 0 ? 0 : each.load().perSecond() / one),
                Cell.rate(each.load().perBatch()),
                Cell.millis(each.load().settled().median()),
                Cell.millis(each.load().settled().p99()),
                Cell.millis(each.lone().settled().median()),
                Cell.millis(each.lone().settled().p99()));
    }
}
