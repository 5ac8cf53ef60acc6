package org.entente.client.ledger;

import org.entente.model.ledger.Position;

/**
 * Something odd in a block: recorded, shown, without effect.
 *
 * @param at block and transaction
 * @param code what
 * @param detail particulars; may hold a stranger's text
 * @param transactionId the Fabric transaction id, or empty text
 */
public record Incident(Position at, LedgerCode code, String detail, String transactionId) {}
