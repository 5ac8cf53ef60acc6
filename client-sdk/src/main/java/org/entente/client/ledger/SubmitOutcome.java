package org.entente.client.ledger;

/** What came of handing an envelope to the ordering service. */
public sealed interface SubmitOutcome {
    /** The ordering service has it; it may still be lost or found invalid. */
    record Taken() implements SubmitOutcome {}

    /**
     * It may or may not have it.
     *
     * @param code the gRPC status
     */
    record Unknown(String code) implements SubmitOutcome {}

    /**
     * It will not take this envelope, now or later; an earlier copy may nevertheless have been ordered.
     *
     * @param code the gRPC status
     */
    record NotAcceptable(String code) implements SubmitOutcome {}
}
