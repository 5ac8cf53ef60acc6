package org.entente.client.follow;

import java.time.InstantSource;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.Peer;
import org.entente.model.fold.RuleBook;
import org.entente.model.member.MemberId;
import org.entente.model.statement.SignatureCheck;

/**
 * What a follower works with.
 *
 * @param self whose follower it is
 * @param names channel and chaincode
 * @param peer the own peer
 * @param signatures verifies batch signatures
 * @param rules what each statement type does
 * @param clock this member's clock
 */
public record FollowParts(
        MemberId self, ChannelNames names, Peer peer, SignatureCheck signatures, RuleBook rules, InstantSource clock) {}
