package org.entente.client.show;

import java.time.Instant;
import org.entente.model.ledger.Position;

/**
 * Something odd in a block; it changed nothing.
 *
 * @param id orders the list
 * @param at block and transaction
 * @param code of the error catalogue
 * @param detail particulars; may hold a stranger's text
 * @param transactionId the Fabric transaction id, or empty text
 * @param seenAt when the block was taken in
 */
public record ShownIncident(long id, Position at, String code, String detail, String transactionId, Instant seenAt) {}
