package org.entente.model.statement;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/** What can be wrong with a statement, a batch or a stream, whatever it speaks of. */
public enum StatementCode implements FindingCode {
    /** Envelope, header or batch does not have the form of its version. */
    STATEMENT_ENVELOPE_INVALID("The envelope does not have the form of its version"),
    /** More bytes than {@link StatementLimits#MAX_STATEMENT_BYTES}. */
    STATEMENT_TOO_LARGE("The statement is longer than the limit"),
    /** Author or audience of a statement differ from those of its batch. */
    STATEMENT_STREAM_MISMATCH("The statement belongs to another stream than its batch"),
    /** The same statementId with other content (architecture rule 11). */
    STATEMENT_ID_REUSED("The statementId was used before with other content"),
    /** No reader of this version exists here; folded again after an upgrade (architecture rule 10). */
    STATEMENT_VERSION_UNKNOWN("The type or version is not known here and was set aside"),
    /** The rules threw instead of judging: a fault of this software, the same on every side that runs it. */
    STATEMENT_RULE_FAILED("The rules of this version could not judge the statement; it has no effect"),
    /** More bytes than {@link StatementLimits#MAX_BATCH_BYTES}. */
    BATCH_TOO_LARGE("The batch is longer than the limit"),
    /** The header's count is not the number of statements, or outside 1 to the limit. */
    BATCH_COUNT_MISMATCH("The header's count is not the number of statements in the batch"),
    /** The Merkle root is not that of the statements. */
    BATCH_ROOT_MISMATCH("The Merkle root is not that of the statements"),
    /** Sequence or previous digest inside the batch do not follow one another. */
    BATCH_CHAIN_BROKEN("The statements of the batch are not chained by sequence and digest"),
    /** The same statementId twice in a batch. */
    BATCH_ID_TWICE("The batch holds a statementId twice"),
    /** The signature does not verify. */
    BATCH_SIGNATURE_INVALID("The signature over the header does not verify"),
    /** No such key of the author counts at this position. */
    BATCH_KEY_UNKNOWN("The author has no key of this id that counts at this position"),
    /** The author was not admitted at this position. */
    BATCH_AUTHOR_NOT_ADMITTED("The author was not an admitted member at this position"),
    /** The key under which the batch stands is not the digest of its header. */
    BATCH_KEY_MISMATCH("The batch stands under a key that is not its own"),
    /** Another collection than that of author and audience. */
    BATCH_COLLECTION_MISMATCH("The batch stands in another collection than that of its author and audience"),
    /** Not addressed to the reader, nor said by it. */
    BATCH_AUDIENCE_FOREIGN("The batch is not addressed to this reader"),
    /** Signed as a transaction by somebody other than the author. */
    BATCH_CREATOR_FOREIGN("The transaction was created by somebody other than the author"),
    /** Endorsed by somebody other than the author. */
    BATCH_ENDORSER_FOREIGN("The transaction was endorsed by somebody other than the author"),
    /** Written by a chaincode other than Entente's. */
    BATCH_CHAINCODE_FOREIGN("The value was written by another chaincode"),
    /** The bytes are not those whose hash stands in the block. */
    BATCH_HASH_MISMATCH("The bytes do not have the hash that stands on the ledger"),
    /** The transaction wrote other keys of the collection than one batch and the head. */
    BATCH_WRITES_UNEXPECTED("The transaction wrote something else than one batch and the head"),
    /** The batch starts past the next sequence number. */
    STREAM_HOLE("The batch leaves a hole in the stream"),
    /** The batch restarts at a sequence number already taken, or follows another predecessor. */
    STREAM_FORKED("The batch contradicts an earlier one of the stream"),
    /** A timestamp before its predecessor's (architecture rule 7). */
    STREAM_TIME_BACKWARDS("The transaction timestamp lies before that of its predecessor"),
    /** What the contract sees when another batch came first. */
    STREAM_HEAD_MISMATCH("The batch does not continue the head of its stream"),
    /** A caller other than the author. */
    CALLER_NOT_AUTHOR("The caller does not belong to the member in whose name it speaks"),
    /** A function, argument or transient entry that is not asked for. */
    CALL_INVALID("The call does not have the form that the function asks for"),
    /** A state or an answer of the peer that the contract does not know; nothing is written. */
    CONTRACT_FAILED("The contract could not carry out the call"),
    /** A role other than the function's: an administrator for the public state, a client for batches. */
    CALLER_ROLE_WRONG("The caller's certificate does not have the role that the function asks for"),
    /** A public record that is malformed or not the caller's to write. */
    MEMBER_RECORD_INVALID("The member record does not have the form of its version"),
    /** A member that is not admitted, or already is. */
    MEMBER_STATE_CONFLICT("The member's admission does not allow this change"),
    /** A rule set that was published with another digest. */
    RULE_SET_CONFLICT("The rule set is already published with another digest");

    private final String title;

    StatementCode(String title) {
        this.title = title;
    }

    @Override
    public Severity severity() {
        return switch (this) {
            case STATEMENT_VERSION_UNKNOWN, STREAM_TIME_BACKWARDS -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
