package org.entente.embedded.state;

/**
 * Where a value was written. Two reads of one key saw the same value exactly if the versions are equal.
 *
 * @param block block number
 * @param transaction position in the block, from 0
 */
public record Version(long block, long transaction) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
        int byBlock = Long.compareUnsigned(block, other.block);
        return byBlock != 0 ? byBlock : Long.compareUnsigned(transaction, other.transaction);
    }

    @Override
    public String toString() {
        return "{BlockNum: " + block + ", TxNum: " + transaction + "}";
    }
}
