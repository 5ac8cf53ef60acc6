package org.entente.client.show;

import java.time.Instant;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;

/**
 * A hash on the ledger whose bytes have not arrived.
 *
 * @param evidenceId the value's evidence
 * @param at block and transaction
 * @param collection where it stands
 * @param valueHash SHA-256 of the bytes
 * @param since when the block was taken in
 * @param asked how often the own peer was asked again
 */
public record MissingValue(
        long evidenceId, Position at, String collection, Digest valueHash, Instant since, int asked) {}
