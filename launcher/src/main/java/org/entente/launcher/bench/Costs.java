package org.entente.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.client.MemberNodeConfig;
import org.entente.client.ledger.BlockStream;
import org.entente.client.ledger.Peer;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Section;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.model.member.StreamId;

/** What a transaction and a statement cost: signatures, bytes, processor time, all of them counted and none computed. */
final class Costs {
    private static final String PRIVATE =
            "select coalesce(sum(length(v.value)), 0), count(*) filter (where e.kind = 'B')"
                    + " from evidence e join evidence_value v on v.evidence_id = e.id where e.block >= ? and e.block < ?";
    private static final int WRITERS = 8;

    private final BenchStage stage;
    private final BenchPlan plan;

    Costs(BenchStage stage, BenchPlan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    private interface Load {
        LoadResult run() throws InterruptedException;
    }

    Section run() throws IOException, InterruptedException {
        List<StreamId> streams = List.of(BenchStage.oneStream());
        List<List<Cell>> rows = new ArrayList<>();
        rows.addAll(
                rows("a statement alone", () -> new LoadRun(stage, streams).oneByOne(1, Duration.ZERO, plan.each())));
        rows.addAll(rows(
                "in batches",
                () -> new LoadRun(stage, streams).together(WRITERS, plan.underWay(), Duration.ZERO, plan.each())));
        return new Section(
                "costs",
                "What it costs: one stream, every step from the outbox to both folds, four members' peers together",
                List.of(
                        "load",
                        "for each",
                        "signatures made",
                        "verified",
                        "public bytes",
                        "private bytes",
                        "CPU us Java",
                        "CPU us PostgreSQL"),
                rows,
                List.of(
                        "public: whole blocks as every member keeps them; private: values in the collection, kept by two"
                                + " members"));
    }

    private List<List<Cell>> rows(String name, Load load) throws IOException, InterruptedException {
        CpuMeter meter = new CpuMeter(stage.folder());
        long firstBlock = stage.height();
        Duration java = meter.java();
        Duration postgres = meter.postgres();
        AtomicReference<LoadResult> result = new AtomicReference<>();
        Optional<SignatureCount> signatures = SignatureCount.during(() -> result.set(load.run()));
        java = meter.java().minus(java);
        postgres = meter.postgres().minus(postgres);
        long lastBlock = stage.height();
        long publicBytes = publicBytes(firstBlock, lastBlock);
        Private written = privateBytes(firstBlock, lastBlock);
        long statements = result.get().said();
        List<List<Cell>> rows = new ArrayList<>();
        for (boolean whole : List.of(true, false)) {
            double by = whole ? written.batches() : statements;
            rows.add(List.of(
                    Cell.words(name),
                    Cell.words(whole ? "transaction" : "statement"),
                    signatures.map(each -> Cell.rate(each.made() / by)).orElse(Cell.words("?")),
                    signatures.map(each -> Cell.rate(each.verified() / by)).orElse(Cell.words("?")),
                    Cell.rate(publicBytes / by),
                    Cell.rate(written.bytes() / by),
                    Cell.rate(java.toNanos() / by / 1_000),
                    Cell.rate(postgres.toNanos() / by / 1_000)));
        }
        return rows;
    }

    private long publicBytes(long first, long end) {
        MemberNodeConfig config = stage.config(BenchStage.oneStream().author());
        long bytes = 0;
        try (Peer peer = Peer.connect(config.peer(), config.identity(), config.names(), config.deadlines(), List.of());
                BlockStream blocks = peer.blocksFrom(first)) {
            for (long number = first; number < end; number++) {
                bytes += blocks.next().getBlock().getSerializedSize();
            }
        }
        return bytes;
    }

    private record Private(long bytes, long batches) {}

    private Private privateBytes(long first, long end) {
        MemberDatabase database = stage.database(BenchStage.oneStream().author());
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(PRIVATE)) {
            select.setLong(1, first);
            select.setLong(2, end);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Private(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the evidence cannot be read", e);
        }
    }
}
