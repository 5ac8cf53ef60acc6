package org.entente.client.show;

import java.util.List;
import org.entente.client.finding.ShownFinding;
import org.entente.model.ledger.Position;

/**
 * A value that failed a check: kept as bytes, never acted on.
 *
 * @param evidenceId the value's evidence
 * @param at block and transaction
 * @param transactionId the Fabric transaction id
 * @param creator MSP id of whoever signed the transaction
 * @param collection where it stands
 * @param headMoved whether it moved the stream's head all the same
 * @param findings every reason
 * @param bytes the value; must not be changed
 */
public record QuarantinedBatch(
        long evidenceId,
        Position at,
        String transactionId,
        String creator,
        String collection,
        boolean headMoved,
        List<ShownFinding> findings,
        byte[] bytes) {}
