package org.entente.client.evidence;

import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.InclusionProof;
import org.entente.model.evidence.LedgerRecord;
import org.entente.model.ledger.Position;
import org.entente.model.statement.SealedStatement;

/** Entries with one part exchanged. */
final class Altered {
    private Altered() {}

    static EvidenceEntry statement(EvidenceEntry entry, SealedStatement statement) {
        return new EvidenceEntry(
                statement, entry.proof(), entry.header(), entry.signature(), entry.key(), entry.ledger());
    }

    static EvidenceEntry proof(EvidenceEntry entry, InclusionProof proof) {
        return new EvidenceEntry(
                entry.statement(), proof, entry.header(), entry.signature(), entry.key(), entry.ledger());
    }

    static EvidenceEntry at(EvidenceEntry entry, Position at) {
        LedgerRecord told = entry.ledger();
        return new EvidenceEntry(
                entry.statement(),
                entry.proof(),
                entry.header(),
                entry.signature(),
                entry.key(),
                ledger(told, at, told.envelope()));
    }

    static LedgerRecord envelope(LedgerRecord told, byte[] envelope) {
        return ledger(told, told.at(), envelope);
    }

    private static LedgerRecord ledger(LedgerRecord told, Position at, byte[] envelope) {
        return new LedgerRecord(
                told.channel(),
                told.chaincode(),
                at,
                told.transactionId(),
                told.timestamp(),
                told.collection(),
                told.keyHash(),
                told.valueHash(),
                told.previousHash(),
                told.dataHash(),
                envelope);
    }
}
