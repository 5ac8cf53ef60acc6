package org.entente.client.ledger;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/** What can be odd about a block or a transaction. All are recorded and shown; none changes any state. */
public enum LedgerCode implements FindingCode {
    /** A transaction that cannot be decoded. */
    LEDGER_TRANSACTION_UNREADABLE("A transaction cannot be decoded"),
    /** A transaction of a stream of this member that the peers found invalid. */
    LEDGER_TRANSACTION_INVALID("A transaction that writes to a stream of this member was found invalid"),
    /** A chaincode other than Entente's wrote to a collection of the same name. */
    LEDGER_CHAINCODE_FOREIGN("Another chaincode wrote to a collection named like a stream of this member"),
    /** A key of a stream was deleted; what was said stays said. */
    LEDGER_KEY_DELETED("A key of a stream was deleted on the ledger"),
    /** A key of a stream was purged; what was said stays said. */
    LEDGER_KEY_PURGED("A key of a stream was purged on the ledger"),
    /** Metadata was set on a key of a stream. */
    LEDGER_KEY_METADATA("The policy of a key of a stream was changed on the ledger"),
    /** A transaction moved a stream's head without a batch, or wrote no head. */
    LEDGER_HEAD_ALONE("A transaction wrote to a stream without exactly one batch and the head"),
    /** A public record that the registry cannot read. */
    LEDGER_RECORD_UNREADABLE("A public record is malformed and counts for nothing"),
    /** A public key was deleted; the registry keeps what was recorded. */
    LEDGER_RECORD_DELETED("A public record was deleted on the ledger"),
    /** The bytes that the own peer delivered do not have the hash that stands in the block. */
    LEDGER_VALUE_DIFFERS("The peer delivered other private bytes than those whose hash stands in the block"),
    /** The block does not follow the one before it. */
    LEDGER_CHAIN_BROKEN("A block does not name its predecessor's hash, or its transactions do not have its data hash"),
    /** The follower failed on a value; it was set aside. */
    LEDGER_FOLD_FAILED("The value could not be judged and was set aside: this software has a fault"),
    /** A timestamp more than 15 minutes from the clock of a live follower (architecture rule 7). */
    LEDGER_TIME_OFF("The transaction's timestamp lies more than 15 minutes from this member's clock");

    private final String title;

    LedgerCode(String title) {
        this.title = title;
    }

    @Override
    public Severity severity() {
        return switch (this) {
            case LEDGER_TIME_OFF -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
