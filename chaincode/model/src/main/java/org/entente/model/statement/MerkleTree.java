package org.entente.model.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.model.ledger.Digest;

/**
 * The Merkle tree of RFC 9162 section 2.1 over the statements of a batch: leaves are SHA-256(0x00 and the bytes), inner
 * nodes SHA-256(0x01, left, right), so neither can be taken for the other.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /**
     * The leaf hash of a statement, which is also its digest.
     *
     * @param bytes canonical bytes
     * @return SHA-256(0x00 and the bytes)
     */
    public static Digest leaf(byte[] bytes) {
        return Digest.of(LEAF, bytes);
    }

    /**
     * The root over some leaves.
     *
     * @param leaves leaf hashes in order, at least one
     * @return the tree head hash
     * @throws IllegalArgumentException if there is none
     */
    public static Digest root(List<Digest> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a batch holds at least one statement");
        }
        byte[][] level = leaves.stream().map(Digest::raw).toArray(byte[][]::new);
        // Pairing from the left and passing a last one up alone is the same tree as splitting at powers of two.
        for (int size = leaves.size(); size > 1; size = (size + 1) / 2) {
            for (int i = 0; i < size / 2; i++) {
                level[i] = Digest.rawOf(NODE, level[2 * i], level[2 * i + 1]);
            }
            if (size % 2 == 1) {
                level[size / 2] = level[size - 1];
            }
        }
        return Digest.ofRaw(level[0]);
    }

    /**
     * The inclusion proof of a leaf (RFC 9162 section 2.1.3.1).
     *
     * @param leaves leaf hashes in order
     * @param index which leaf
     * @return the sibling hashes from the leaf up to the root
     * @throws IndexOutOfBoundsException if there is no such leaf
     */
    public static List<Digest> path(List<Digest> leaves, int index) {
        Objects.checkIndex(index, leaves.size());
        List<Digest> path = new ArrayList<>();
        collectPath(leaves, index, path);
        return List.copyOf(path);
    }

    /**
     * Recomputes the root from a leaf and its proof (RFC 9162 section 2.1.3.2).
     *
     * @param leaf the leaf hash
     * @param index its index
     * @param count how many leaves the tree has
     * @param path the proof
     * @param root the root that is claimed
     * @return true only if the proof leads exactly to the root
     */
    public static boolean includes(Digest leaf, int index, int count, List<Digest> path, Digest root) {
        if (index < 0 || index >= count) {
            return false;
        }
        int position = index;
        int last = count - 1;
        Digest current = leaf;
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                current = node(sibling, current);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                current = node(current, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && current.equals(root);
    }

    private static void collectPath(List<Digest> leaves, int index, List<Digest> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = split(leaves.size());
        if (index < split) {
            collectPath(leaves.subList(0, split), index, path);
            path.add(root(leaves.subList(split, leaves.size())));
        } else {
            collectPath(leaves.subList(split, leaves.size()), index - split, path);
            path.add(root(leaves.subList(0, split)));
        }
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static Digest node(Digest left, Digest right) {
        return Digest.of(NODE, left.raw(), right.raw());
    }
}
