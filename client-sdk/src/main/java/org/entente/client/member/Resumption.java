package org.entente.client.member;

import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;

/**
 * How an own stream whose head was moved by what no reader accepts goes on: an administrator looks at it and has it done.
 *
 * @param stream author and audience
 * @param found SHA-256 of the head as it stands on the ledger; {@link Digest#NONE} if it was deleted
 * @param batch the last batch that the own fold accepted, as bytes; empty if it accepted none
 */
public record Resumption(StreamId stream, Digest found, byte[] batch) {
    /** Keeps a copy. */
    public Resumption {
        batch = batch.clone();
    }

    @Override
    public byte[] batch() {
        return batch.clone();
    }
}
