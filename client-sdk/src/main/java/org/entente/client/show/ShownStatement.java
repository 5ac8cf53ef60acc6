package org.entente.client.show;

import java.util.List;
import java.util.Optional;
import org.entente.client.finding.ShownFinding;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Position;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;

/**
 * A folded statement.
 *
 * @param stream author and audience
 * @param sequence its number
 * @param id its id
 * @param type what the body is
 * @param subject what it speaks of
 * @param at its position
 * @param standing how it stands
 * @param overtakenBy what came first, if it was overtaken
 * @param findings reasons and remarks
 */
public record ShownStatement(
        StreamId stream,
        long sequence,
        StatementId id,
        StatementType type,
        String subject,
        Position at,
        Standing standing,
        Optional<StatementId> overtakenBy,
        List<ShownFinding> findings) {}
