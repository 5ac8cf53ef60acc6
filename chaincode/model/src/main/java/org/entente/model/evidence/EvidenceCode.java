package org.entente.model.evidence;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/**
 * What can be wrong with evidence. An error makes it invalid; {@link Severity#NOT_VERIFIED} means that it could not be
 * checked, because the reader's trust does not reach that far.
 */
public enum EvidenceCode implements FindingCode {
    /** Statements and proofs are not as many, not of the two members, or not in the order of the ledger. */
    EVIDENCE_FORM_INVALID("The evidence file does not have the form of its version"),
    /** Author, audience, sequence or predecessor of the statement are not those that the signed header gives it. */
    EVIDENCE_STATEMENT_FOREIGN("The statement is not the one that stands at this place of the signed batch"),
    /** The Merkle path does not lead from the statement to the signed root. */
    EVIDENCE_PATH_WRONG("The Merkle path does not lead from the statement to the signed root"),
    /** Two statements of the file contradict the numbering or chaining of their stream. */
    EVIDENCE_CHAIN_BROKEN("Two statements of one stream do not follow one another"),
    /** The key is another than the header names, or was published after the batch. */
    EVIDENCE_KEY_FOREIGN("The key is not the one that the signed header names"),
    /** The transaction's timestamp lies outside the key's validity. */
    EVIDENCE_KEY_NOT_VALID_THEN("The key was not valid when the statement was recorded"),
    /** The signature over the batch header does not verify. */
    EVIDENCE_SIGNATURE_INVALID("The author's signature over the batch header does not verify"),
    /** The signature over the whole file does not verify: something in it was altered. */
    EVIDENCE_PRESENTER_INVALID("The presenter's signature over the file does not verify"),
    /** The reader trusts neither a key nor a root certificate of the author. */
    EVIDENCE_AUTHOR_UNTRUSTED("The reader's trust names no key and no root certificate of the author"),
    /** The reader trusts keys of the author, but not this one. */
    EVIDENCE_KEY_UNTRUSTED("The key is not among those that the reader trusts"),
    /** The envelope cannot be read, or is not written in its one form. */
    EVIDENCE_ENVELOPE_UNREADABLE("The ledger's envelope cannot be read"),
    /** What the file says of the transaction is not what the envelope says. */
    EVIDENCE_ENVELOPE_DIFFERS("The ledger's envelope says something else than the file"),
    /** The collection and key of the batch are not written by the transaction. */
    EVIDENCE_WRITE_MISSING("The transaction does not write the hash of this batch"),
    /** The signature of whoever created the transaction does not verify, or it was not the author. */
    EVIDENCE_CREATOR_INVALID("The transaction was not signed by the author"),
    /** The signature of an endorser does not verify, or it was not the author. */
    EVIDENCE_ENDORSER_INVALID("The transaction was not endorsed by the author alone"),
    /** A node's certificate does not come from a root that the reader trusts. */
    EVIDENCE_CERTIFICATE_UNTRUSTED("A certificate of the transaction does not come from a root that the reader trusts"),
    /** A fault of this software, or of a check that was plugged into it. */
    EVIDENCE_CHECK_FAILED("The check itself broke off");

    private final String title;

    EvidenceCode(String title) {
        this.title = title;
    }

    @Override
    public Severity severity() {
        return switch (this) {
            case EVIDENCE_AUTHOR_UNTRUSTED,
                    EVIDENCE_KEY_UNTRUSTED,
                    EVIDENCE_CERTIFICATE_UNTRUSTED,
                    EVIDENCE_CHECK_FAILED -> Severity.NOT_VERIFIED;
            default -> Severity.ERROR;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
