package org.entente.embedded.deliver;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.embedded.ledger.Ledger;

/**
 * Moves blocks from the chain to one reader without a thread of its own: it runs when there is a new block or when the
 * reader can take more, and never twice at once.
 */
public final class BlockPump {
    private final Ledger ledger;
    private final Executor executor;
    private final BlockSink sink;
    private final AtomicInteger calls = new AtomicInteger();
    private final Runnable unwatch;
    private long next;
    private boolean done;

    /**
     * A pump, at rest until {@link #run} is called first.
     *
     * @param ledger the chain
     * @param executor where blocks are read and sent
     * @param start number of the first block
     * @param sink the reader
     */
    public BlockPump(Ledger ledger, Executor executor, long start, BlockSink sink) {
        this.ledger = ledger;
        this.executor = executor;
        this.next = start;
        this.sink = sink;
        this.unwatch = ledger.watch(this::run);
    }

    /** Something may have changed: a new block, a ready reader, or a reader that has gone. */
    public void run() {
        if (calls.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        int seen;
        do {
            seen = calls.get();
            move();
        } while (calls.addAndGet(-seen) != 0);
    }

    private void move() {
        while (!done && !sink.isGone() && sink.isReady() && next < ledger.height()) {
            done = !sink.take(ledger.block(next++));
        }
        if (done || sink.isGone()) {
            done = true;
            unwatch.run();
        }
    }
}
