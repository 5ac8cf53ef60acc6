package org.entente.model.ledger;

import java.util.Comparator;

/**
 * Where a statement stands on the ledger. Position is the only order between two authors (architecture rule 6).
 *
 * @param block the block's number, from 0
 * @param transaction the transaction's index in the block, from 0
 * @param index the statement's index in its batch, from 0
 */
public record Position(long block, int transaction, int index) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::block)
            .thenComparingInt(Position::transaction)
            .thenComparingInt(Position::index);

    /** Refuses negative parts with {@link IllegalArgumentException}. */
    public Position {
        if (block < 0 || transaction < 0 || index < 0) {
            throw new IllegalArgumentException("a position has no negative part");
        }
    }

    /**
     * The position of a statement in the same transaction.
     *
     * @param newIndex the statement's index in its batch
     * @return that position
     */
    public Position withIndex(int newIndex) {
        return new Position(block, transaction, newIndex);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return block + "/" + transaction + "/" + index;
    }
}
