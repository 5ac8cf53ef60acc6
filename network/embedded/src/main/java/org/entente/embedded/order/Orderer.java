package org.entente.embedded.order;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.Members;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts transactions into an order and cuts it into batches, on one thread. Accepted is not committed: what is still
 * waiting when the process dies is lost, as with a real orderer, and the client submits it again.
 */
public final class Orderer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Orderer.class);
    private static final int MOST_WAITING = 2000;

    private final BatchLimits limits;
    private final OrdererChecks checks;
    private final RecentRequests recent = new RecentRequests();
    private final Consumer<List<ByteString>> batches;
    private final BlockingQueue<ByteString> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean running = true;
    private volatile String whyStopped = "the orderer has stopped";

    /**
     * Starts ordering.
     *
     * @param channel the channel
     * @param members who can sign
     * @param limits when a block is cut
     * @param clock for the expiry of certificates
     * @param batches takes each batch; when it throws, ordering ends
     */
    public Orderer(
            Channel channel, Members members, BatchLimits limits, Clock clock, Consumer<List<ByteString>> batches) {
        this.limits = limits;
        this.checks = new OrdererChecks(channel, members, limits.absoluteBytes(), clock);
        this.batches = batches;
        this.thread = Thread.ofPlatform().daemon().name("entente-orderer").start(this::run);
    }

    /**
     * Takes a client's transaction.
     *
     * @param envelope signed by the client
     * @return whether it will be ordered
     */
    public Receipt broadcast(Envelope envelope) {
        Optional<Receipt> refusal = checks.refuse(envelope);
        return refusal.orElseGet(() -> recent.admit(envelope, () -> order(envelope)));
    }

    /**
     * Orders anything, as a faulty orderer would. The peers' checks at commit stand alone against it.
     *
     * @param envelope whatever it is
     * @return whether it will be ordered
     */
    public Receipt order(Envelope envelope) {
        if (!running) {
            return Receipt.refused(Status.SERVICE_UNAVAILABLE, whyStopped);
        }
        return waiting.offer(envelope.toByteString())
                ? Receipt.accepted()
                : Receipt.refused(Status.SERVICE_UNAVAILABLE, "too many transactions are waiting");
    }

    private void run() {
        List<ByteString> batch = new ArrayList<>();
        try {
            ByteString carried = null;
            while (running) {
                ByteString first = carried != null ? carried : waiting.take();
                carried = fill(batch, first);
                recent.processed(batch);
                batches.accept(List.copyOf(batch));
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            whyStopped = "the orderer has stopped: a block could not be committed";
            LOG.error(
                    "ordering has ended: a block could not be committed ({}). Restart after the cause is removed.",
                    e.getMessage(),
                    e);
        } finally {
            running = false;
        }
    }

    /** Collects a batch and gives back the transaction that no longer fitted. */
    private @Nullable ByteString fill(List<ByteString> batch, ByteString first) throws InterruptedException {
        batch.add(first);
        int bytes = first.size();
        long deadline = System.nanoTime() + limits.timeout().toNanos();
        while (batch.size() < limits.maxMessages() && bytes < limits.preferredBytes()) {
            ByteString next = waiting.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                return null;
            }
            if (bytes + next.size() > limits.preferredBytes()) {
                return next;
            }
            batch.add(next);
            bytes += next.size();
        }
        return null;
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            // a batch that is being written is finished first
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
