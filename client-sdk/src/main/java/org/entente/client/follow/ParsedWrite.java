package org.entente.client.follow;

import java.util.List;
import java.util.Optional;
import org.entente.client.ledger.LedgerCode;
import org.entente.client.ledger.PrivateWrite;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.statement.Batch;

/**
 * A private write with what its bytes say; reading them is the costly part and needs no database.
 *
 * @param write the write
 * @param parsed what the bytes say; empty if there are none or it is a head
 */
record ParsedWrite(PrivateWrite write, Optional<Checked<Batch>> parsed) {
    static ParsedWrite of(PrivateWrite write) {
        return new ParsedWrite(
                write, write.isHead() ? Optional.empty() : write.value().map(ParsedWrite::parse));
    }

    /** Reads a batch; a fault of the reader itself becomes a finding, so that no bytes halt a follower. */
    static Checked<Batch> parse(byte[] bytes) {
        try {
            return Batch.parse(bytes);
        } catch (RuntimeException e) {
            return new Checked.Rejected<>(List.of(
                    Finding.of(LedgerCode.LEDGER_FOLD_FAILED, "", e.getClass().getSimpleName())));
        }
    }
}
