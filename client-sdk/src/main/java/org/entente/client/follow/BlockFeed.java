package org.entente.client.follow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.entente.client.ledger.BlockDecoder;
import org.entente.client.ledger.BlockStream;
import org.entente.client.ledger.DecodedBlock;
import org.entente.client.ledger.Peer;
import org.entente.client.running.Loop;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/**
 * Blocks in order from the own peer, decoded on a thread of its own. The stream breaks whenever it likes (a peer restarts,
 * a deadline passes): it is opened again where it broke, for ever.
 */
final class BlockFeed implements AutoCloseable {
    private static final int READ_AHEAD = 8;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Peer peer;
    private final BlockDecoder decoder;
    private final BlockingQueue<FedBlock> queue = new ArrayBlockingQueue<>(READ_AHEAD);
    private final Loop loop;
    private long next;
    private volatile long waitingSince = Long.MAX_VALUE;

    BlockFeed(Peer peer, BlockDecoder decoder, long first, RandomGenerator random) {
        this.peer = peer;
        this.decoder = decoder;
        this.next = first;
        this.loop = new Loop("entente blocks", this::read, random);
    }

    private Duration read() throws InterruptedException {
        try (BlockStream stream = peer.blocksFrom(next)) {
            boolean live = false;
            while (true) {
                long before = System.nanoTime();
                waitingSince = before;
                BlockAndPrivateData delivered = stream.next();
                waitingSince = Long.MAX_VALUE;
                live |= System.nanoTime() - before > IDLE_NANOS;
                DecodedBlock block = decoder.decode(delivered);
                if (block.number() == next) {
                    queue.put(new FedBlock(
                            block,
                            block.privateWrites().stream().map(ParsedWrite::of).toList(),
                            live));
                    next++;
                } else if (block.number() > next) {
                    return Duration.ZERO;
                }
            }
        } finally {
            waitingSince = Long.MAX_VALUE;
        }
    }

    /** Whether the peer had nothing more to send a moment ago: everything up to here was followed. */
    boolean isIdle() {
        long since = waitingSince;
        return queue.isEmpty() && since != Long.MAX_VALUE && System.nanoTime() - since > IDLE_NANOS;
    }

    /** What has come, at least one block unless the wait is over first. */
    List<FedBlock> poll(Duration longest, int most) throws InterruptedException {
        List<FedBlock> blocks = new ArrayList<>();
        FedBlock first = queue.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            blocks.add(first);
            queue.drainTo(blocks, most - 1);
        }
        return blocks;
    }

    @Override
    public void close() {
        loop.close();
    }
}
