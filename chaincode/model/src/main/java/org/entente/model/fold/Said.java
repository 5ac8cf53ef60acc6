package org.entente.model.fold;

import java.time.Instant;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementDraft;

/**
 * A statement as the rules of its subject see it: what was said, where and when.
 *
 * @param draft what was said
 * @param at its position; {@link #BEFORE_ORDERING} while the author still considers saying it
 * @param recordedAt the author's transaction timestamp, or the author's clock before ordering
 */
public record Said(StatementDraft draft, Position at, Instant recordedAt) {
    /** After everything that stands on the ledger: the position of a statement that is only considered. */
    public static final Position BEFORE_ORDERING = new Position(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * Who says it.
     *
     * @return the author
     */
    public MemberId author() {
        return draft.stream().author();
    }
}
