package org.entente.api.verification;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/** What a check at a member finds beside the credential's own codes: what the ledger says, and what cannot be reached. */
public enum VerificationCode implements FindingCode {
    /** It may be on its way, or signed with a stolen key: only the statement shows. */
    VERIFICATION_STATEMENT_MISSING(
            "The issuer's statement of this certificate has not arrived on the ledger here", Severity.NOT_VERIFIED),
    /** Bytes are missing that may concern it, or a statement has a version that is not known here. */
    VERIFICATION_LEDGER_INCOMPLETE(
            "Something that the issuer said is missing here, and may concern this certificate", Severity.NOT_VERIFIED),
    /** Everything the issuer said is known, and it said nothing of this number. */
    VERIFICATION_NUMBER_UNKNOWN("The issuer has stated no certificate of this number", Severity.ERROR),
    /** A number is unique for issuer and agreement only. */
    VERIFICATION_NUMBER_AMBIGUOUS(
            "Several certificates have this number; name issuer and agreement", Severity.NOT_VERIFIED),
    /** The host of the link is of no administration that the ledger names. */
    VERIFICATION_LINK_FOREIGN("The link does not lead to an administration that is known here", Severity.ERROR),
    /** The issuer does not answer, or not with what belongs to the link. */
    VERIFICATION_LINK_UNREACHABLE("What the link leads to cannot be fetched at present", Severity.NOT_VERIFIED),
    /** Several different certificates in one file, or codes that contradict each other. */
    VERIFICATION_CONTENT_AMBIGUOUS("The file holds several certificates that are not the same", Severity.ERROR),
    /** Neither a credential nor a code in it. */
    VERIFICATION_CONTENT_EMPTY("There is no certificate in what was given", Severity.ERROR);

    private final String title;
    private final Severity severity;

    VerificationCode(String title, Severity severity) {
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
