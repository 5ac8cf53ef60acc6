package org.entente.model.evidence;

import java.util.List;
import org.entente.model.ledger.Digest;

/**
 * Where a statement stands in its batch, and the sibling hashes from it up to the signed root (RFC 9162 section 2.1.3).
 *
 * @param index the statement's index in its batch, from 0
 * @param path sibling hashes from the leaf up; empty in a batch of one
 */
public record InclusionProof(int index, List<Digest> path) {
    /** The longest path: a batch of 2,000 statements has eleven levels. */
    public static final int MAX_PATH = 11;

    /** Refuses a negative index and a path longer than any batch has with {@link IllegalArgumentException}. */
    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > MAX_PATH) {
            throw new IllegalArgumentException("not a place in a batch");
        }
    }
}
