package org.entente.client.evidence;

import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberKeys;

/**
 * A member's public record of keys and where it stands.
 *
 * @param keys the record
 * @param at block and transaction
 * @param transactionId of that transaction
 */
record PublishedKeys(MemberKeys keys, Position at, Digest transactionId) {}
