package org.entente.client.ledger;

/** What came of asking the own peer to endorse. */
public sealed interface EndorseOutcome {
    /**
     * Endorsed, checked and signed.
     *
     * @param envelope ready to submit
     */
    record Endorsed(PreparedEnvelope envelope) implements EndorseOutcome {}

    /**
     * The contract or the peer said no; asking again at once changes nothing.
     *
     * @param code a code of the error catalogue, or the gRPC status
     * @param detail for a person; no private values
     */
    record Refused(String code, String detail) implements EndorseOutcome {}

    /**
     * No answer, or none that can be trusted; nothing was ordered.
     *
     * @param code the gRPC status, or what was wrong with the answer
     */
    record NoAnswer(String code) implements EndorseOutcome {}
}
