package org.entente.client.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseFailure;
import org.entente.client.database.Signals;
import org.entente.client.running.Loop;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;

/**
 * Stores accepted requests, as many as wait at a time in one transaction: a commit costs the same for one and for five
 * hundred. Every caller hears only after the commit.
 */
final class OutboxWriter implements AutoCloseable {
    private static final int MOST = 500;

    private final Database database;
    private final Signals signals;
    private final MemberId self;
    private final InstantSource clock;
    private final BlockingQueue<Row> waiting = new LinkedBlockingQueue<>(10_000);
    private final Loop loop;
    private volatile boolean closed;

    OutboxWriter(Database database, Signals signals, MemberId self, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.signals = signals;
        this.self = self;
        this.clock = clock;
        this.loop = new Loop("entente outbox", this::write, random);
    }

    /**
     * A request on its way in.
     *
     * @param request the request
     * @param draft what it says
     * @param content digest of that
     * @param sealedBytes the most bytes that it takes on the ledger
     * @param result answered after the commit
     */
    record Row(
            StatementRequest request,
            StatementDraft draft,
            Digest content,
            int sealedBytes,
            CompletableFuture<Acceptance> result) {}

    CompletableFuture<Acceptance> store(StatementRequest request, DraftMaking.Ready ready) throws InterruptedException {
        Row row = row(request, ready);
        if (closed) {
            throw new IllegalStateException("the outbox is closed");
        }
        waiting.put(row);
        return row.result();
    }

    private Duration write() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.add(waiting.take());
        waiting.drainTo(rows, MOST - 1);
        try {
            storeAll(rows);
        } catch (RuntimeException e) {
            storeOneByOne(rows);
        }
        return Duration.ZERO;
    }

    /** One request that the database cannot take must not fail the others. */
    private void storeOneByOne(List<Row> rows) {
        for (Row row : rows) {
            if (!row.result().isDone()) {
                try {
                    storeAll(List.of(row));
                } catch (RuntimeException e) {
                    row.result().completeExceptionally(e instanceof DatabaseFailure ? e : new IllegalStateException(e));
                }
            }
        }
    }

    private void storeAll(List<Row> rows) {
        List<Acceptance> answers = database.transaction(connection -> insert(connection, rows));
        Set<MemberId> audiences = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).result().complete(answers.get(i));
            if (answers.get(i) instanceof Acceptance.Accepted(var receipt)) {
                audiences.add(receipt.stream().audience());
            }
        }
        audiences.forEach(audience -> signals.raise(Outbox.WAITING, audience.value()));
    }

    /** In the caller's transaction; once it has committed, the caller says so with {@link Outbox#announce}. */
    Acceptance storeIn(Connection connection, StatementRequest request, DraftMaking.Ready ready) throws SQLException {
        return insert(connection, List.of(row(request, ready))).getFirst();
    }

    private static Row row(StatementRequest request, DraftMaking.Ready ready) {
        return new Row(request, ready.draft(), ready.content(), ready.sealedBytes(), new CompletableFuture<>());
    }

    private List<Acceptance> insert(Connection connection, List<Row> rows) throws SQLException {
        OutboxTable table = new OutboxTable(connection, self);
        // As the database keeps it, so that the receipt of the first time and that of a repetition are the same.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Row> distinct = distinct(rows);
        Set<StatementId> inserted = new HashSet<>(table.insert(distinct, now));
        Map<StatementId, OutboxTable.Stored> stored = new HashMap<>();
        distinct.stream()
                .filter(row -> inserted.contains(row.draft().id()))
                .forEach(row -> stored.put(row.draft().id(), stored(row, now)));
        if (inserted.size() < distinct.size()) {
            stored.putAll(table.stored(distinct));
        }
        return rows.stream().map(row -> answer(row, stored, inserted)).toList();
    }

    private static OutboxTable.Stored stored(Row row, Instant now) {
        return new OutboxTable.Stored(new Receipt(row.draft().id(), row.draft().stream(), now), row.content());
    }

    /** The first of several requests with one key; the insert takes no two of them. */
    private static List<Row> distinct(List<Row> rows) {
        Set<StatementId> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(row.draft().id())).toList();
    }

    private static Acceptance answer(Row row, Map<StatementId, OutboxTable.Stored> stored, Set<StatementId> inserted) {
        OutboxTable.Stored first = stored.get(row.draft().id());
        if (first == null || !first.content().equals(row.content())) {
            return new Acceptance.KeyReused(
                    Finding.of(OutboxCode.IDEMPOTENCY_KEY_REUSED, "", "choose another key for another request"));
        }
        return inserted.remove(row.draft().id())
                ? new Acceptance.Accepted(first.receipt())
                : new Acceptance.Repeated(first.receipt());
    }

    @Override
    public void close() {
        closed = true;
        loop.close();
        List<Row> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(row -> row.result().completeExceptionally(new IllegalStateException("the outbox is closed")));
    }
}
