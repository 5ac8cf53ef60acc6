package org.entente.embedded.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;

/** The newest blocks in memory, because followers read each of them soon after it was written. */
final class RecentBlocks {
    private static final long MOST_BYTES = 32 << 20;

    private final Deque<Block> blocks = new ArrayDeque<>();
    private long bytes;

    synchronized void add(Block block) {
        blocks.addLast(block);
        bytes += block.getSerializedSize();
        while (bytes > MOST_BYTES && blocks.size() > 1) {
            bytes -= blocks.removeFirst().getSerializedSize();
        }
    }

    synchronized Optional<Block> find(long number) {
        Block first = blocks.peekFirst();
        if (first == null || number < first.getHeader().getNumber()) {
            return Optional.empty();
        }
        return blocks.stream()
                .filter(block -> block.getHeader().getNumber() == number)
                .findFirst();
    }
}
