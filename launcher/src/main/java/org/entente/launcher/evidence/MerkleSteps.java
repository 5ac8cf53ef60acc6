package org.entente.launcher.evidence;

import java.util.ArrayList;
import java.util.List;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.ledger.Digest;

/** The way from a statement to the signed root, for a person who wants to follow it (RFC 9162 section 2.1.3.2). */
final class MerkleSteps {
    private static final byte[] NODE = {1};

    private MerkleSteps() {}

    static List<String> of(EvidenceEntry entry) {
        List<String> steps = new ArrayList<>();
        int position = entry.proof().index();
        int last = entry.header().count() - 1;
        Digest current = entry.statement().digest();
        for (Digest sibling : entry.proof().path()) {
            boolean left = (position & 1) == 1 || position == last;
            current = left
                    ? Digest.of(NODE, sibling.raw(), current.raw())
                    : Digest.of(NODE, current.raw(), sibling.raw());
            steps.add((left ? "sibling left   " : "sibling right  ") + sibling);
            steps.add("  together     "
                    + (left ? "SHA-256(01, sibling, hash)        " : "SHA-256(01, hash, sibling)        ") + current);
            while (left && (position & 1) == 0 && position != 0) {
                position >>= 1;
                last >>= 1;
            }
            position >>= 1;
            last >>= 1;
        }
        return steps;
    }
}
