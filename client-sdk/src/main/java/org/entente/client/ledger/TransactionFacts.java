package org.entente.client.ledger;

import java.time.Instant;
import java.util.Set;
import org.entente.model.ledger.Position;

/**
 * What a block says about one transaction.
 *
 * @param at block and transaction index
 * @param transactionId the Fabric transaction id
 * @param timestamp as the author's client chose it
 * @param chaincode the chaincode that was invoked
 * @param creatorMsp MSP id of the identity that signed it
 * @param endorserMsps MSP ids of all endorsers
 * @param envelope the whole envelope as it stands in the block; must not be changed
 */
public record TransactionFacts(
        Position at,
        String transactionId,
        Instant timestamp,
        String chaincode,
        String creatorMsp,
        Set<String> endorserMsps,
        byte[] envelope) {
    /** Keeps an unmodifiable copy of the endorsers. */
    public TransactionFacts {
        endorserMsps = Set.copyOf(endorserMsps);
    }
}
