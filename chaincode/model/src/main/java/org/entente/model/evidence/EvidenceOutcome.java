package org.entente.model.evidence;

import java.util.List;
import org.entente.model.finding.Finding;

/** What checking one statement of an evidence file gave. The three are never confused. */
public sealed interface EvidenceOutcome {
    /**
     * The author said this, at this place of its stream.
     *
     * @param facts what that rests on
     */
    record Valid(EvidenceFacts facts) implements EvidenceOutcome {}

    /**
     * This is no evidence that the author said this.
     *
     * @param because every reason, at least one of them an error
     */
    record Invalid(List<Finding> because) implements EvidenceOutcome {
        /** Refuses a verdict without an error with {@link IllegalArgumentException}. */
        public Invalid {
            because = List.copyOf(because);
            if (because.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("an invalid evidence has at least one error");
            }
        }
    }

    /**
     * Nothing is wrong with it, but the reader's trust does not reach to the author.
     *
     * @param because every reason, at least one
     */
    record CouldNotCheck(List<Finding> because) implements EvidenceOutcome {
        /** Refuses a verdict without a reason with {@link IllegalArgumentException}. */
        public CouldNotCheck {
            because = List.copyOf(because);
            if (because.isEmpty()) {
                throw new IllegalArgumentException("what could not be checked has a reason");
            }
        }
    }
}
