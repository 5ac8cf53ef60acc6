package org.entente.client.follow;

import org.entente.model.finding.Checked;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;

/**
 * One batch to fold.
 *
 * @param evidenceId its evidence
 * @param stream the stream whose collection it stands in
 * @param write what the ledger says
 * @param parsed what the bytes say
 */
record FoldInput(long evidenceId, StreamId stream, LedgerWrite write, Checked<Batch> parsed) {}
