package org.entente.launcher.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.client.MemberNodeConfig;
import org.entente.client.ledger.CommitOutcome;
import org.entente.client.ledger.EndorseOutcome;
import org.entente.client.ledger.Peer;
import org.entente.client.ledger.SubmitOutcome;
import org.entente.client.ledger.Transactions;
import org.entente.launcher.bench.report.Latencies;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StreamHead;
import org.jspecify.annotations.Nullable;

/**
 * What one would have without batches: every statement a transaction of its own, through the same gateway and contract,
 * without outbox or database. A stream takes one at a time, since each must continue the one before.
 */
final class PlainTransactions {
    private static final Duration COMMIT = Duration.ofSeconds(60);
    private static final double NANOS = 1e9;

    private final BenchStage stage;

    PlainTransactions(BenchStage stage) {
        this.stage = stage;
    }

    /**
     * What was measured.
     *
     * @param perSecond transactions a second
     * @param committed from the sealing until the transaction was known to stand in a block
     */
    record Result(double perSecond, Latencies committed) {}

    Result run(List<StreamId> streams, Duration warmUp, Duration length) throws InterruptedException {
        long from = stage.clock().now() + warmUp.toNanos();
        long until = from + length.toNanos();
        Latencies latencies = new Latencies();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (StreamId stream : streams) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    submitUntil(stream, from, until, latencies);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("plain transactions failed", failure.get());
        }
        return new Result(latencies.count() * NANOS / length.toNanos(), latencies);
    }

    private void submitUntil(StreamId stream, long from, long until, Latencies latencies) {
        MemberNodeConfig config = stage.config(stream.author());
        StreamHead head = stage.head(stream);
        try (Peer peer =
                Peer.connect(config.peer(), config.identity(), config.names(), config.deadlines(), List.of())) {
            Transactions transactions = peer.transactions();
            while (stage.clock().now() < until) {
                long begin = stage.clock().now();
                Batch batch = Batch.seal(head, List.of(stage.statements().draft(stream)), config.signer());
                commit(transactions, batch);
                head = batch.newHead();
                long end = stage.clock().now();
                if (begin >= from && end < until) {
                    latencies.add(end - begin);
                }
            }
        }
    }

    private static void commit(Transactions transactions, Batch batch) {
        if (transactions.endorse(batch) instanceof EndorseOutcome.Endorsed(var envelope)
                && transactions.submit(envelope) instanceof SubmitOutcome.Taken
                && transactions.outcome(envelope.transactionId(), COMMIT) instanceof CommitOutcome.Committed) {
            return;
        }
        throw new IllegalStateException("a plain transaction was not committed");
    }
}
