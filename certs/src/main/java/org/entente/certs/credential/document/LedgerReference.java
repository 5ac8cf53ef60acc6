package org.entente.certs.credential.document;

import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/**
 * The statement on the ledger that says the same to the partner administration: who may read that stream finds it there.
 *
 * @param stream the issuer's statements to the importing side
 * @param statement the statement's id, which shows nothing of its content
 */
public record LedgerReference(StreamId stream, StatementId statement) {}
