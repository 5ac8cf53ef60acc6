package org.entente.client.dispatch;

import org.entente.model.ledger.Digest;
import org.entente.model.statement.StatementDraft;

/**
 * A statement that waits.
 *
 * @param outboxId its row
 * @param draft what it says
 * @param content digest of that
 * @param sealedBytes the most bytes that it takes
 */
record WaitingRow(long outboxId, StatementDraft draft, Digest content, int sealedBytes) {}
