package org.entente.client.ledger;

import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/** Blocks with the private data that the peer has, one after another. */
public final class BlockStream implements AutoCloseable {
    private final CloseableIterator<BlockAndPrivateData> events;

    BlockStream(CloseableIterator<BlockAndPrivateData> events) {
        this.events = events;
    }

    /**
     * Waits for the next block.
     *
     * @return the block
     * @throws RuntimeException if the stream ended, for whatever reason; open another
     */
    public BlockAndPrivateData next() {
        return events.next();
    }

    @Override
    public void close() {
        events.close();
    }
}
