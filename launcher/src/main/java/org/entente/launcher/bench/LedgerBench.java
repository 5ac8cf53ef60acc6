package org.entente.launcher.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.client.MemberNodeConfig;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import org.entente.model.member.StreamId;

/** The whole measurement, table after table. */
final class LedgerBench {
    private static final int WARM_WRITERS = 8;

    private final BenchPlan plan;
    private final Report report;
    private final Goals goals = new Goals();
    private double best;
    private double plain;

    LedgerBench(BenchPlan plan, Report report) {
        this.plan = plan;
        this.report = report;
    }

    void run() throws IOException, SQLException, InterruptedException {
        report.say("statements: origin.certificate.issued, version 1, " + SampleStatements.BYTES
                + " bytes, judged by the certificate rules; a sample agreement lets them flow in all twelve streams");
        MemberNodeConfig audience;
        try (BenchStage stage = BenchStage.start()) {
            audience = stage.config(BenchStage.oneStream().audience());
            RawLimits limits = RawLimits.measure(
                    stage.folder(), stage.database(BenchStage.oneStream().author()), plan.warmUp());
            report.add(limits.section());
            if (plan.has(BenchPart.LOAD) || plan.has(BenchPart.BATCHES) || plan.has(BenchPart.COSTS)) {
                warmUp(stage);
            }
            if (plan.has(BenchPart.LOAD)) {
                report.add(loads(stage));
                report.add(plain(stage));
                report.add(ratios(limits));
            }
            if (plan.has(BenchPart.BATCHES)) {
                report.add(new Sweep(stage, plan).run());
            }
            if (plan.has(BenchPart.COSTS)) {
                report.add(new Costs(stage, plan).run());
            }
        }
        if (plan.has(BenchPart.FOLD)) {
            FoldBench fold = new FoldBench(plan, audience);
            report.add(fold.run());
            goals.rebuilt(plan.foldStatements(), fold.rebuildNanos());
        }
        report.add(goals.section(plain, Runtime.getRuntime().availableProcessors()));
        report.say("");
        report.say(
                "Not measured: consensus (one thread orders), a network between machines, disks of several machines,");
        report.say("Fabric's own peers. Four members, their databases, the ledger and the writers share these cores.");
    }

    /** Until the virtual machine has compiled what the rows run: on two cores its compiler is a load of its own. */
    private void warmUp(BenchStage stage) throws InterruptedException {
        for (List<StreamId> streams : List.of(BenchStage.allStreams(), List.of(BenchStage.oneStream()))) {
            new LoadRun(stage, streams)
                    .together(
                            WARM_WRITERS,
                            plan.underWay(),
                            Duration.ZERO,
                            plan.each().multipliedBy(2));
        }
    }

    private Section loads(BenchStage stage) throws InterruptedException {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<StreamId> streams : List.of(List.of(BenchStage.oneStream()), BenchStage.allStreams())) {
            for (int writers : plan.writers()) {
                LoadResult waiting = new LoadRun(stage, streams).oneByOne(writers, plan.warmUp(), plan.each());
                rows.add(row(streams, writers, 1, waiting));
                if (writers == 1) {
                    goals.lone(
                            streams.size(),
                            waiting.accepted().median() + waiting.settled().median());
                }
            }
            for (int writers : plan.writers()) {
                LoadResult full =
                        new LoadRun(stage, streams).together(writers, plan.underWay(), plan.warmUp(), plan.each());
                rows.add(row(streams, writers, plan.underWay() / writers, full));
                best = Math.max(best, full.perSecond());
                goals.load(streams.size(), writers, full.perSecond());
            }
        }
        List<String> columns = new ArrayList<>(List.of("streams", "writers", "under way each"));
        columns.addAll(LoadResult.columns());
        return new Section(
                "load",
                "Statements of 1 kB: how many become final, and how long from stored to committed, final, folded by"
                        + " the audience",
                columns,
                rows,
                List.of("under way each: 1 waits until its statement is final before it makes the next"));
    }

    private static List<Cell> row(List<StreamId> streams, int writers, int each, LoadResult result) {
        List<Cell> row = new ArrayList<>(List.of(Cell.count(streams.size()), Cell.count(writers), Cell.count(each)));
        row.addAll(result.cells());
        return row;
    }

    private Section plain(BenchStage stage) throws InterruptedException {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<StreamId> streams : List.of(List.of(BenchStage.oneStream()), BenchStage.allStreams())) {
            PlainTransactions.Result result = new PlainTransactions(stage).run(streams, plan.warmUp(), plan.each());
            plain = Math.max(plain, result.perSecond());
            rows.add(List.of(
                    Cell.count(streams.size()),
                    Cell.rate(result.perSecond()),
                    Cell.millis(result.committed().median()),
                    Cell.millis(result.committed().p99()),
                    Cell.ratio(result.perSecond() == 0 ? 0 : best / result.perSecond())));
        }
        return new Section(
                "plain",
                "Beside it: plain transactions of one statement, same gateway and contract, no outbox, one in flight a"
                        + " stream",
                List.of("streams", "transactions/s", "committed p50 ms", "p99", "best batched row is"),
                rows);
    }

    private Section ratios(RawLimits limits) {
        return new Section(
                "ratios",
                "The best row beside the machine's own limits",
                List.of("statements/s, best row", "beside", "ratio"),
                List.of(
                        ratio("plain transactions of one statement/s", plain),
                        ratio("4 kB forced to the disk/s", limits.syncs()),
                        ratio("ECDSA signatures made/s", limits.signatures()),
                        ratio("ECDSA signatures verified/s", limits.verifications()),
                        ratio("PostgreSQL rows of 1 kB/s", limits.rows())));
    }

    private List<Cell> ratio(String beside, double other) {
        return List.of(Cell.rate(best), Cell.words(beside), Cell.ratio(other == 0 ? 0 : best / other));
    }
}
