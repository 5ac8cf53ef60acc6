package org.entente.launcher.bench;

import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/**
 * A statement that a writer handed over.
 *
 * @param id its id
 * @param stream its stream
 * @param askedAt when the outbox was asked, nanoseconds of the run
 * @param acceptedAt when the outbox had said yes
 */
record Spoken(StatementId id, StreamId stream, long askedAt, long acceptedAt) {}
