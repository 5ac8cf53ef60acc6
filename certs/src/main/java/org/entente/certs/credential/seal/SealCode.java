package org.entente.certs.credential.seal;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/** What can be wrong with a seal. An error makes it worthless; {@link Severity#NOT_VERIFIED} means that nobody can say. */
public enum SealCode implements FindingCode {
    /** Another text than a seal, for example a link or somebody else's QR code. */
    SEAL_PREFIX_WRONG("The text is no seal: it does not begin with ENT1:"),
    /** More characters than a seal can have. */
    SEAL_TOO_LARGE("The seal is longer than the limit"),
    /** Characters outside base45, a group of another length, or a value outside its bytes. */
    SEAL_TEXT_MALFORMED("The seal's text is not base45"),
    /** No COSE_Sign1 with ES256 and a key id, or bytes before, between or after. */
    SEAL_ENVELOPE_MALFORMED("The seal is not a signed message of the required form"),
    /** A member is missing, unknown, of another type or outside its limits. */
    SEAL_CONTENT_MALFORMED("The seal's content does not have the required form"),
    /** The reader's trust may be older than issuer or key, or the key was withdrawn: a seal cannot show that it is older. */
    SEAL_KEY_UNKNOWN("The reader's trust names no such key of the issuer", Severity.NOT_VERIFIED),
    /** The key began to count after the day of issue, or had ended before. */
    SEAL_KEY_NOT_VALID_THEN("The key was not valid on the day of issue"),
    /** Altered, or signed by somebody else. */
    SEAL_SIGNATURE_INVALID("The issuer's signature over the seal does not verify");

    private final String title;
    private final Severity severity;

    SealCode(String title) {
        this(title, Severity.ERROR);
    }

    SealCode(String title, Severity severity) {
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
