package org.entente.client.outbox;

import java.time.Instant;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/**
 * Proof for a client that its request is stored.
 *
 * @param id the statement's id
 * @param stream author and audience
 * @param acceptedAt when it was stored
 */
public record Receipt(StatementId id, StreamId stream, Instant acceptedAt) {}
