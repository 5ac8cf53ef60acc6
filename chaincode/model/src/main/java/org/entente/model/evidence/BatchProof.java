package org.entente.model.evidence;

import java.nio.charset.StandardCharsets;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.BatchHeader;
import org.entente.model.statement.MerkleTree;
import org.entente.model.statement.SignatureCheck;
import org.entente.model.statement.Statement;

/** The part of a proof that no ledger is needed for: from the statement to the signed header and the key. */
final class BatchProof {
    private final EvidenceEntry entry;
    private final BatchHeader header;
    private final String statementAt;
    private final String proofAt;
    private final Findings findings;

    BatchProof(EvidenceEntry entry, int index, Findings findings) {
        this.entry = entry;
        this.header = entry.header();
        this.statementAt = "/statements/" + index;
        this.proofAt = "/proofs/" + index;
        this.findings = findings;
    }

    void check(SignatureCheck signatures) {
        checkPlace();
        checkKey();
        checkLedgerKey();
        if (!signatures.verifies(entry.key().key().spki(), header.bytes(), entry.signature())) {
            findings.add(
                    EvidenceCode.EVIDENCE_SIGNATURE_INVALID,
                    proofAt + "/batch/signature",
                    "not made with this key over this header");
        }
    }

    private void checkPlace() {
        Statement statement = entry.statement().statement();
        int index = entry.proof().index();
        if (!entry.stream().equals(header.stream())) {
            findings.add(
                    EvidenceCode.EVIDENCE_STATEMENT_FOREIGN,
                    statementAt,
                    "it says " + entry.stream() + ", the signed header " + header.stream());
        }
        if (statement.sequence() != header.firstSequence() + index) {
            findings.add(
                    EvidenceCode.EVIDENCE_STATEMENT_FOREIGN,
                    statementAt + "/sequence",
                    "the signed header gives " + (header.firstSequence() + index));
        }
        if (index == 0 && !statement.previousDigest().equals(header.previousDigest())) {
            findings.add(
                    EvidenceCode.EVIDENCE_STATEMENT_FOREIGN,
                    statementAt + "/previousDigest",
                    "the signed header gives " + header.previousDigest());
        }
        boolean included = MerkleTree.includes(
                entry.statement().digest(), index, header.count(), entry.proof().path(), header.merkleRoot());
        if (!included) {
            findings.add(
                    EvidenceCode.EVIDENCE_PATH_WRONG,
                    proofAt + "/merkle",
                    "from " + entry.statement().digest() + " the path does not lead to " + header.merkleRoot());
        }
    }

    private void checkKey() {
        VerificationKey key = entry.key().key();
        if (!key.keyId().equals(header.keyId())) {
            findings.add(
                    EvidenceCode.EVIDENCE_KEY_FOREIGN, proofAt + "/key/keyId", "the header names " + header.keyId());
        }
        if (entry.key().at().compareTo(entry.ledger().at()) >= 0) {
            findings.add(
                    EvidenceCode.EVIDENCE_KEY_FOREIGN,
                    proofAt + "/key/published",
                    "published after the batch stands on the ledger");
        }
        if (!key.covers(entry.ledger().timestamp())) {
            findings.add(
                    EvidenceCode.EVIDENCE_KEY_NOT_VALID_THEN,
                    proofAt + "/key",
                    "not valid at " + entry.ledger().timestamp());
        }
    }

    private void checkLedgerKey() {
        Digest keyHash = Digest.of(header.ledgerKey().getBytes(StandardCharsets.UTF_8));
        if (!entry.ledger().keyHash().equals(keyHash)) {
            findings.add(
                    EvidenceCode.EVIDENCE_WRITE_MISSING,
                    proofAt + "/ledger/keyHash",
                    "the signed header has the key " + keyHash);
        }
        if (!entry.ledger().collection().equals(header.stream().collection())) {
            findings.add(
                    EvidenceCode.EVIDENCE_WRITE_MISSING,
                    proofAt + "/ledger/collection",
                    "the signed header belongs to " + header.stream());
        }
    }
}
