package org.entente.api.node;

import org.entente.client.outbox.Receipt;
import org.entente.model.origin.OriginStatement;

/** Takes part in the transaction in which a statement of this member is accepted. */
@FunctionalInterface
public interface StatementListener {
    /**
     * A statement was accepted; what is stored now is stored with it or not at all. Must not ask for another connection.
     *
     * @param statement what is said
     * @param receipt names it
     * @throws org.entente.api.problem.Refusal to refuse the whole decision
     */
    void accepted(OriginStatement statement, Receipt receipt);
}
