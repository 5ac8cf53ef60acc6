package org.entente.client.ledger;

/** What became of a transaction. */
public sealed interface CommitOutcome {
    /**
     * It stands on the ledger.
     *
     * @param block the block's number
     */
    record Committed(long block) implements CommitOutcome {}

    /**
     * It stands in a block as invalid: definitely without effect.
     *
     * @param code the validation code, for example {@code MVCC_READ_CONFLICT}
     * @param conflict true if only another transaction came first, so that trying anew makes sense at once
     */
    record Invalid(String code, boolean conflict) implements CommitOutcome {}

    /**
     * Not known yet.
     *
     * @param code the gRPC status, or {@code DUPLICATE_TXID} where only a second copy was judged
     */
    record Unknown(String code) implements CommitOutcome {}
}
