package org.entente.certs.credential.verdict;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/**
 * What can be wrong with a credential, whoever secured it and however. An error makes it invalid;
 * {@link Severity#NOT_VERIFIED} means that it could not be checked.
 */
public enum CredentialCode implements FindingCode {
    /** More bytes than any credential has. */
    CREDENTIAL_TOO_LARGE("The credential is longer than the limit"),
    /** Neither three base64url parts nor a JSON object. */
    CREDENTIAL_FORM_UNKNOWN("The text is neither a vc+jwt nor a credential in JSON"),
    /** Padding, line breaks, stray bits: the same bytes could be spelt in two ways. */
    CREDENTIAL_ENCODING_INVALID("A part of the credential is not base64url or base58 in its one spelling"),
    /** Algorithm, cryptographic suite or proof type that is not accepted, "none" among them. */
    CREDENTIAL_SECURING_UNKNOWN("The credential is secured in a way that is not accepted"),
    /** Type, content type or critical parameters of the header. */
    CREDENTIAL_HEADER_INVALID("The header of the vc+jwt does not have the required form"),
    /** No proof, several proofs, or members that contradict the credential. */
    CREDENTIAL_PROOF_MALFORMED("The proof of the credential does not have the required form"),
    /** The signature does not verify under the named key. */
    CREDENTIAL_SIGNATURE_INVALID("The signature does not verify: the credential was altered, or another key signed it"),
    /** Not the contexts whose terms this version knows by content. */
    CREDENTIAL_CONTEXT_UNKNOWN("The credential's context is not one whose meaning is known here"),
    /** Not a certificate of origin, or not of this version. */
    CREDENTIAL_TYPE_UNKNOWN("The credential is not of a type that is known here"),
    /** The id, a context or a status list is not of the issuer's own host. */
    CREDENTIAL_ADDRESS_FOREIGN("An address in the credential is not of the issuer's own host"),
    /** No entry for revocation or for suspension, or two of one purpose. */
    CREDENTIAL_STATUS_MISSING("The credential does not name one status entry for revocation and one for suspension"),
    /** The validity ends before it starts. */
    CREDENTIAL_PERIOD_INVALID("The credential's validity ends before it starts"),
    /** The reader's trust was complete when the credential was signed and does not name the issuer. */
    CREDENTIAL_ISSUER_UNKNOWN("The issuer is not among those that the reader trusts"),
    /** The reader's trust is older than the credential, or than a day. */
    CREDENTIAL_ISSUER_NOT_KNOWN_YET(
            "The reader's trust may be older than the issuer, which it does not name", Severity.NOT_VERIFIED),
    /** Another's key, or a key that is named in no known way. */
    CREDENTIAL_KEY_FOREIGN("The key that is named is not the issuer's"),
    /** The issuer had not published such a key for credentials. */
    CREDENTIAL_KEY_UNKNOWN("The issuer has published no such key for credentials"),
    /** The reader's trust is older than the credential, or than a day. */
    CREDENTIAL_KEY_NOT_KNOWN_YET(
            "The reader's trust may be older than the key, which it does not name", Severity.NOT_VERIFIED),
    /** Signed outside the key's validity. */
    CREDENTIAL_KEY_NOT_VALID_THEN("The key was not valid when the credential was signed"),
    /** A stolen key can write any date: only the ledger shows what was there before. */
    CREDENTIAL_KEY_WITHDRAWN(
            "The issuer has withdrawn the key, and nothing shows that the credential is older", Severity.NOT_VERIFIED),
    /** Not a party to that agreement, or not the administration of the exporting country. */
    CREDENTIAL_ISSUER_NOT_ENTITLED("The issuer is not entitled to certify this claim"),
    /** Too old to know of withdrawn keys and expelled members. */
    CREDENTIAL_TRUST_STALE("The reader's trust is too old to rely on", Severity.NOT_VERIFIED),
    /** The signing time lies after now. */
    CREDENTIAL_SIGNED_IN_FUTURE("The credential says that it was signed in the future"),
    /** The signature's own end, which an issuer may set. */
    CREDENTIAL_SIGNATURE_EXPIRED("The signature's own validity has ended"),
    /** Its validity begins later. */
    CREDENTIAL_NOT_YET_VALID("The credential is not yet valid"),
    /** Its validity has ended. */
    CREDENTIAL_EXPIRED("The credential's validity has ended"),
    /** The list's own proof or issuer does not hold, so it says nothing. */
    CREDENTIAL_STATUS_UNPROVEN("The status list is not proven to be the issuer's", Severity.NOT_VERIFIED),
    /** This reader is older than the agreement's rules, or than the agreement. */
    CREDENTIAL_RULES_UNKNOWN("The rules that the certificate names are not known here", Severity.NOT_VERIFIED),
    /** What is enclosed is not what was hashed or referred to. */
    CREDENTIAL_DIFFERS("The credential is not the one that was referred to"),
    /** A fault of this software, or of what was plugged into it. */
    CREDENTIAL_CHECK_FAILED("The check itself broke off", Severity.NOT_VERIFIED);

    private final String title;
    private final Severity severity;

    CredentialCode(String title) {
        this(title, Severity.ERROR);
    }

    CredentialCode(String title, Severity severity) {
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
