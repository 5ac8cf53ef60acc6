package org.entente.client.show;

import java.util.Optional;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;

/**
 * How far everything that this member and one partner said to each other is known and folded. Past it, a missing statement
 * may concern anything: an answer "valid" becomes "could not check" (architecture rule 8).
 *
 * @param author the partner
 * @param block the last block up to and including which nothing is missing; -1 if there is none
 * @param firstMissing where the first missing bytes stand, if any are missing
 * @param missing how many values are missing
 */
public record CompleteUpTo(MemberId author, long block, Optional<Position> firstMissing, long missing) {
    /**
     * Whether everything that the follower has seen is folded.
     *
     * @return true if nothing is missing
     */
    public boolean isComplete() {
        return firstMissing.isEmpty();
    }
}
