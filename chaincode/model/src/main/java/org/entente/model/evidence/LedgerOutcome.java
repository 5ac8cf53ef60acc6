package org.entente.model.evidence;

import java.util.List;
import org.entente.model.finding.Finding;

/** What the ledger's part of a proof shows. */
public sealed interface LedgerOutcome {
    /**
     * Nodes whose certificates lead to a root that the reader trusts signed that this batch be written.
     *
     * @param facts who
     */
    record Proven(LedgerFacts facts) implements LedgerOutcome {}

    /**
     * Everything fits, but the reader gave no root: the certificates may be anybody's.
     *
     * @param facts who, by their own word
     */
    record Consistent(LedgerFacts facts) implements LedgerOutcome {}

    /**
     * Everything fits, but the certificates do not lead to any root that the reader gave.
     *
     * @param findings why, at least one
     */
    record Untrusted(List<Finding> findings) implements LedgerOutcome {
        /** Refuses a doubt without a reason with {@link IllegalArgumentException}. */
        public Untrusted {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a doubt has a reason");
            }
        }
    }

    /**
     * The envelope is no proof of this batch.
     *
     * @param findings why, at least one of them an error
     */
    record Contradicted(List<Finding> findings) implements LedgerOutcome {
        /** Refuses a contradiction without an error with {@link IllegalArgumentException}. */
        public Contradicted {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("a contradiction states at least one error");
            }
        }
    }
}
