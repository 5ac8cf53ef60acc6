package org.entente.model.evidence;

import java.util.List;
import org.entente.model.finding.Finding;

/** What checking a whole file gave. */
public sealed interface EvidenceVerdict {
    /**
     * The bytes are no evidence file: invalid as a whole.
     *
     * @param because every reason
     */
    record Unreadable(List<Finding> because) implements EvidenceVerdict {
        /** Keeps an unmodifiable copy. */
        public Unreadable {
            because = List.copyOf(because);
        }
    }

    /**
     * The file was read and each statement judged.
     *
     * @param evidence what was read
     * @param outcomes one for each statement, in the file's order
     */
    record Judged(Evidence evidence, List<EvidenceOutcome> outcomes) implements EvidenceVerdict {
        /** Refuses another number of outcomes than statements with {@link IllegalArgumentException}. */
        public Judged {
            outcomes = List.copyOf(outcomes);
            if (outcomes.size() != evidence.entries().size()) {
                throw new IllegalArgumentException("one outcome for each statement");
            }
        }
    }

    /**
     * Whether every statement of the file is proven.
     *
     * @return true only if all outcomes are valid
     */
    default boolean isValid() {
        return this instanceof Judged(var evidence, var outcomes)
                && outcomes.stream().allMatch(EvidenceOutcome.Valid.class::isInstance);
    }
}
