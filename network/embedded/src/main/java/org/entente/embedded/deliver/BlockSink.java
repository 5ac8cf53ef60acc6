package org.entente.embedded.deliver;

import org.hyperledger.fabric.protos.common.Block;

/** Somebody who reads blocks one after the other at its own pace. */
public interface BlockSink {
    /**
     * Whether it takes another block now.
     *
     * @return false while the reader is slower than the chain
     */
    boolean isReady();

    /**
     * Whether it has gone.
     *
     * @return true once nothing more can be sent
     */
    boolean isGone();

    /**
     * Takes a block.
     *
     * @param block the next one
     * @return false to have no more
     */
    boolean take(Block block);
}
