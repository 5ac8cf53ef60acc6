package org.entente.client.show;

import java.time.Instant;
import java.util.Optional;
import org.entente.client.redelivery.RedeliveryCode;
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
 * @param partnerAsked how often the other member of the collection was asked
 * @param lastAnswer why its last answer did not help; empty before there is one
 */
public record MissingValue(
        long evidenceId,
        Position at,
        String collection,
        Digest valueHash,
        Instant since,
        int asked,
        int partnerAsked,
        Optional<LastAnswer> lastAnswer) {
    /**
     * What came of asking the partner.
     *
     * @param code why it did not help
     * @param at when
     */
    public record LastAnswer(RedeliveryCode code, Instant at) {}
}
