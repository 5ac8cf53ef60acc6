package org.entente.client.member;

/** What became of a change of the public state. */
public sealed interface MembershipOutcome {
    /**
     * It stands on the ledger.
     *
     * @param block the block
     * @param transactionId the transaction
     */
    record Done(long block, String transactionId) implements MembershipOutcome {}

    /**
     * The contract or the peers refused it, or the ledger did not count it; nothing changed.
     *
     * @param code a stable code of the contract, a gRPC status or a Fabric validation code
     * @param words the particulars, for a person
     */
    record Refused(String code, String words) implements MembershipOutcome {}
}
