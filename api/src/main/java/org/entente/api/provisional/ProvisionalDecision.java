package org.entente.api.provisional;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.api.problem.FindingView;
import org.entente.api.verification.VerificationView;
import org.jspecify.annotations.Nullable;

/**
 * A provisional decision, as officers see it.
 *
 * @param id of the decision, which is that of the check
 * @param version changes with every change
 * @param decision what was done with the goods
 * @param reason why, in the officer's words
 * @param certificate its name in paths as it was presented, which nobody vouched for then; left out if it named none
 * @param because why it could not be checked
 * @param decidedBy the officer
 * @param decidedAt when
 * @param state what has become of it
 * @param settledAt when a check ended in valid or invalid
 * @param settledBecause what that check found
 * @param checks how often it was checked again by time alone
 * @param checkedAt when it was checked last
 * @param nextCheckAt when it is checked at the latest; left out if never again
 * @param closedBy the officer who closed it
 * @param closedAt when
 * @param remark of that officer
 */
public record ProvisionalDecision(
        UUID id,
        long version,
        Decision decision,
        String reason,
        @Nullable String certificate,
        List<FindingView> because,
        String decidedBy,
        Instant decidedAt,
        State state,
        @Nullable Instant settledAt,
        @Nullable List<FindingView> settledBecause,
        int checks,
        Instant checkedAt,
        @Nullable Instant nextCheckAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String remark) {
    /** What was done with the goods. */
    public enum Decision {
        /** They may go on, as if it were valid. */
        RELEASED,
        /** They wait, as if it were invalid. */
        HELD
    }

    /** What has become of it. */
    public enum State {
        /** It is checked again by itself. */
        OPEN,
        /** Released, and it is valid; or held, and it is invalid. */
        CONFIRMED,
        /** Released, and it is invalid; or held, and it is valid. */
        CONTRADICTED;

        static State of(Decision decision, VerificationView.Outcome outcome) {
            return switch (outcome) {
                case VALID -> decision == Decision.RELEASED ? CONFIRMED : CONTRADICTED;
                case INVALID -> decision == Decision.HELD ? CONFIRMED : CONTRADICTED;
                case COULD_NOT_CHECK -> OPEN;
            };
        }
    }

    /**
     * A page of decisions.
     *
     * @param items newest first
     */
    public record Page(List<ProvisionalDecision> items) {}
}
