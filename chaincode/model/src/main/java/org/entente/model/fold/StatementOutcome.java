package org.entente.model.fold;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Position;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementId;

/**
 * What became of one statement of an accepted batch.
 *
 * @param statement the statement
 * @param at its position
 * @param standing how it stands
 * @param overtakenBy the earlier statement of the other author, exactly if it was overtaken
 * @param findings reasons and remarks
 */
public record StatementOutcome(
        SealedStatement statement,
        Position at,
        Standing standing,
        Optional<StatementId> overtakenBy,
        List<Finding> findings) {
    /** How a statement stands after the fold. */
    public enum Standing {
        /** It counts. */
        STANDS,
        /** It was said before, word for word: the first one counts, this one changes nothing. */
        REPEATED,
        /** The other author came first. */
        OVERTAKEN,
        /** It breaks a rule. */
        REFUSED,
        /** Its type or version is unknown here; folded again after an upgrade. */
        PARKED
    }

    /** Keeps an unmodifiable copy of the findings. */
    public StatementOutcome {
        findings = List.copyOf(findings);
        if ((standing == Standing.OVERTAKEN) != overtakenBy.isPresent()) {
            throw new IllegalArgumentException("exactly an overtaken statement names what overtook it");
        }
    }
}
