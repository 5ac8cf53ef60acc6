package org.entente.client.outbox;

import java.util.List;
import java.util.Optional;
import org.entente.client.finding.ShownFinding;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Position;
import org.entente.model.statement.StatementId;

/** How far an accepted request has come. */
public sealed interface Progress {
    /**
     * It waits for its place in the stream.
     *
     * @param heldUpBy a code, where more than its turn is awaited; for example that the audience does not read its version
     */
    record Waiting(Optional<String> heldUpBy) implements Progress {}

    /**
     * It has a number and is on its way to the ledger; the number is taken back if the batch does not get there.
     *
     * @param sequence its number in the stream
     */
    record InBatch(long sequence) implements Progress {}

    /**
     * It stands on the ledger; the own fold has not passed it yet, so an earlier statement of the other side may still
     * come to light.
     *
     * @param sequence its number in the stream
     * @param block the block
     */
    record Committed(long sequence, long block) implements Progress {}

    /**
     * Settled: the own fold has passed it with nothing missing before it.
     *
     * @param at its position
     * @param standing how it stands
     * @param overtakenBy the statement that came first, if it was overtaken
     * @param findings reasons and remarks
     */
    record Final(Position at, Standing standing, Optional<StatementId> overtakenBy, List<ShownFinding> findings)
            implements Progress {}

    /**
     * Settled: the rules refused it before it was numbered; nobody else ever saw it.
     *
     * @param findings every reason
     */
    record Refused(List<ShownFinding> findings) implements Progress {}

    /**
     * Settled: a statement of the other side came first, before this one was numbered; nobody else ever saw it.
     *
     * @param by the other side's statement
     * @param findings the reason
     */
    record Overtaken(StatementId by, List<ShownFinding> findings) implements Progress {}

    /**
     * Settled: it stands on the ledger in a batch that no reader counts, for example because its key was withdrawn in
     * the meantime. Say it again under a new key.
     *
     * @param block the block
     * @param findings every reason
     */
    record Quarantined(long block, List<ShownFinding> findings) implements Progress {}

    /**
     * Whether it will not change any more, except by an upgrade that reads what was parked.
     *
     * @return true for the last four
     */
    default boolean isSettled() {
        return switch (this) {
            case Waiting waiting -> false;
            case InBatch inBatch -> false;
            case Committed committed -> false;
            case Final done -> true;
            case Refused refused -> true;
            case Overtaken overtaken -> true;
            case Quarantined quarantined -> true;
        };
    }
}
