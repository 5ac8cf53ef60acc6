package org.entente.certs.credential.status;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/**
 * What a status check can say. {@link Severity#ERROR} is the issuer's word against a certificate, or a document that is
 * no list; {@link Severity#NOT_VERIFIED} is a list that proves nothing here. Which of the two an outcome means for the
 * certificate, its type says: a list that cannot be read is {@link StatusOutcome.Undecided} too.
 */
public enum StatusCode implements FindingCode {
    /** The revocation bit is set. */
    STATUS_REVOKED("The issuer has revoked the certificate", Severity.ERROR),
    /** The suspension bit is set. */
    STATUS_SUSPENDED("The issuer has suspended the certificate", Severity.ERROR),
    /** No BitstringStatusListCredential, no base64url, no GZIP, or cut short. */
    STATUS_LIST_MALFORMED("The status list does not have the required form", Severity.ERROR),
    /** Fewer entries than herd privacy asks for. */
    STATUS_LIST_TOO_SHORT("The status list has fewer than 131072 entries", Severity.ERROR),
    /** More bytes than are read, before or after decompression. */
    STATUS_LIST_TOO_LARGE("The status list is longer than the limit", Severity.ERROR),
    /** No list at hand. */
    STATUS_LIST_MISSING("The status list that the certificate names is not at hand"),
    /** Its validity has ended, or its time to live where it states no validity. */
    STATUS_LIST_STALE("The status list is too old to rely on"),
    /** Its validity begins later. */
    STATUS_LIST_NOT_YET_VALID("The status list is not yet valid"),
    /** Another list than the certificate names. */
    STATUS_LIST_FOREIGN("The status list is not the one that the certificate names"),
    /** The list does not speak of the purpose that the certificate's entry names. */
    STATUS_PURPOSE_WRONG("The status list does not have the purpose that the certificate names"),
    /** The list ends before the certificate's index. */
    STATUS_INDEX_OUT_OF_RANGE("The status list has no entry of the certificate's index");

    private final String title;
    private final Severity severity;

    StatusCode(String title) {
        this(title, Severity.NOT_VERIFIED);
    }

    StatusCode(String title, Severity severity) {
        this.title = title;
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
