package org.entente.client.show;

import java.util.Optional;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StreamHead;

/**
 * One stream of this member, as it stands.
 *
 * @param stream author and audience
 * @param head where the own fold has it end
 * @param completeUpTo how far everything between the two is known
 * @param waiting own statements that have no number yet
 * @param trouble what holds the own dispatcher up right now, as a code
 */
public record StreamStatus(
        StreamId stream, StreamHead head, CompleteUpTo completeUpTo, long waiting, Optional<String> trouble) {}
