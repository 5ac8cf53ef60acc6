package org.entente.client.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.running.Loop;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementId;

/** Waits for requests to be settled: one look into the database for all who wait, when there is news. */
final class Waiters implements AutoCloseable {
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final Duration NOBODY = Duration.ofMinutes(1);

    private final Database database;
    private final MemberId self;
    private final Map<StatementId, CompletableFuture<OutboxStatus>> waiting = new ConcurrentHashMap<>();
    private final Loop loop;

    Waiters(Database database, MemberId self, RandomGenerator random) {
        this.database = database;
        this.self = self;
        this.loop = new Loop("entente await", this::look, random);
    }

    /** To be called when something may have been settled. */
    void news() {
        if (!waiting.isEmpty()) {
            loop.wake();
        }
    }

    Optional<OutboxStatus> await(StatementId id, Duration longest) throws InterruptedException {
        CompletableFuture<OutboxStatus> settled = waiting.computeIfAbsent(id, key -> new CompletableFuture<>());
        loop.wake();
        try {
            return Optional.of(settled.get(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            // Whoever else waits for it looks once more when its own time is over.
            waiting.remove(id, settled);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration look() {
        if (waiting.isEmpty()) {
            return NOBODY;
        }
        List<StatementId> ids = List.copyOf(waiting.keySet());
        database.transaction(connection -> ProgressTable.read(connection, self, ids))
                .forEach((id, status) -> {
                    if (status.progress().isSettled()) {
                        CompletableFuture<OutboxStatus> settled = waiting.remove(id);
                        if (settled != null) {
                            settled.complete(status);
                        }
                    }
                });
        return LOOK_ANYWAY;
    }

    @Override
    public void close() {
        loop.close();
    }
}
