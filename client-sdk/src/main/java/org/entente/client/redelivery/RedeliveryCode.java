package org.entente.client.redelivery;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/** Why a partner's re-delivery of missing bytes came to nothing, on the side that asks or on the side that is asked. */
public enum RedeliveryCode implements FindingCode {
    /** No connection, or the service failed. */
    REDELIVERY_UNREACHABLE("The partner's re-delivery service does not answer"),
    /** An answer that is too slow, or has no end. */
    REDELIVERY_TOO_LATE("The partner gave no whole answer in time"),
    /** The same answer for what does not exist and for what is not the caller's. */
    REDELIVERY_NOT_HELD("The partner says that it holds no such bytes for this member"),
    /** Too many requests a second or at once. */
    REDELIVERY_TOO_MANY("The partner takes no more requests of this member for now"),
    /** A request that is no hash. */
    REDELIVERY_REQUEST_MALFORMED("The request names no hash"),
    /** The partner ends the handshake. */
    REDELIVERY_CALLER_REFUSED("The partner does not accept this member's certificate"),
    /** Forged, self-made, or of another member. */
    REDELIVERY_CERTIFICATE_FOREIGN("The certificate was not issued by the authority of the member that is expected"),
    /** Its time or its authority's is over. */
    REDELIVERY_CERTIFICATE_EXPIRED("The certificate has expired"),
    /** Its time or its authority's has not begun. */
    REDELIVERY_CERTIFICATE_EARLY("The certificate is not valid yet"),
    /** Another host, or no certificate for this use. */
    REDELIVERY_CERTIFICATE_UNSUITABLE("The certificate is for another host or another use"),
    /** More bytes than any value on the ledger can have. */
    REDELIVERY_TOO_LARGE("The partner's answer is larger than any value can be"),
    /** Whatever was delivered, it is not what stands on the ledger. */
    REDELIVERY_BYTES_DIFFER("The partner delivered other bytes than those whose hash stands on the ledger"),
    /** No answer of this protocol. */
    REDELIVERY_ANSWER_MALFORMED("The partner's answer is none");

    private final String title;

    RedeliveryCode(String title) {
        this.title = title;
    }

    /** Nothing is wrong with any statement: bytes are still missing. */
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return title;
    }
}
