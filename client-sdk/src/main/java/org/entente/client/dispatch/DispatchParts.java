package org.entente.client.dispatch;

import java.time.InstantSource;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.Transactions;
import org.entente.model.fold.RuleBook;
import org.entente.model.member.MemberId;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.SignatureCheck;

/**
 * What dispatchers work with.
 *
 * @param self the author
 * @param transactions the own peer's
 * @param deadlines for its calls
 * @param signer signs batches
 * @param signatures verifies them before they are sent
 * @param rules what each statement type does
 * @param settings how batches are made
 * @param clock this member's clock
 */
public record DispatchParts(
        MemberId self,
        Transactions transactions,
        Deadlines deadlines,
        BatchSigner signer,
        SignatureCheck signatures,
        RuleBook rules,
        DispatchSettings settings,
        InstantSource clock) {}
