package org.entente.model.fold;

import java.util.List;
import org.entente.model.finding.Finding;
import org.entente.model.statement.Batch;

/** What became of one private write that a follower met. */
public sealed interface BatchOutcome {
    /**
     * It passed every check of architecture rule 5; its statements were judged one by one.
     *
     * @param batch the batch
     * @param statements the outcome of each statement, in order
     * @param remarks findings that are no errors
     */
    record Accepted(Batch batch, List<StatementOutcome> statements, List<Finding> remarks) implements BatchOutcome {
        /** Keeps unmodifiable copies. */
        public Accepted {
            statements = List.copyOf(statements);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It failed a check: kept as bytes, shown, never acted on.
     *
     * @param findings every reason, at least one
     * @param headMoved true if the write nevertheless moved the stream's head on the ledger: the author's own peer
     *     endorsed it and its bytes continue the stream, but the signature does not count
     */
    record Quarantined(List<Finding> findings, boolean headMoved) implements BatchOutcome {
        /** Keeps an unmodifiable copy. */
        public Quarantined {
            findings = List.copyOf(findings);
        }
    }
}
