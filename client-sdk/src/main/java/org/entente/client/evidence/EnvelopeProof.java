package org.entente.client.evidence;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.entente.model.evidence.EvidenceCode;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.LedgerFacts;
import org.entente.model.evidence.LedgerOutcome;
import org.entente.model.evidence.LedgerProof;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.SignatureCheck;

/**
 * Reads a Fabric transaction envelope as a proof. It proves that the author's client and the author's peer signed the
 * write of this batch's hash under this transaction id. It does not prove that the ledger counted the transaction, nor its
 * place: both stand in the block, of which the envelope is a part (unless it is the only one).
 */
public final class EnvelopeProof implements LedgerProof {
    private final SignatureCheck signatures;
    private final NodeIdentities identities;

    /**
     * A proof reader.
     *
     * @param signatures verifies ECDSA
     * @param identities judges certificates where the reader trusts roots
     */
    public EnvelopeProof(SignatureCheck signatures, NodeIdentities identities) {
        this.signatures = signatures;
        this.identities = identities;
    }

    @Override
    public LedgerOutcome check(EvidenceEntry entry, List<String> roots, String pointer) {
        String at = pointer + "/envelope";
        ParsedEnvelope envelope;
        try {
            envelope = ParsedEnvelope.of(entry.ledger().envelope());
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return new LedgerOutcome.Contradicted(
                    List.of(Finding.of(EvidenceCode.EVIDENCE_ENVELOPE_UNREADABLE, at, "no endorsed transaction")));
        }
        Findings findings = new Findings();
        new EnvelopeContent(envelope, entry, pointer, findings).check();
        boolean alone =
                Digest.of(entry.ledger().envelope()).equals(entry.ledger().dataHash());
        if (alone && entry.ledger().at().transaction() != 0) {
            findings.add(EvidenceCode.EVIDENCE_ENVELOPE_DIFFERS, pointer + "/transaction", "it is alone in its block");
        }
        Optional<LedgerFacts> facts =
                new EnvelopeSignatures(signatures, identities, entry, roots, at, findings).check(envelope, alone);
        if (findings.hasErrors() || facts.isEmpty()) {
            return new LedgerOutcome.Contradicted(findings.all());
        }
        if (!findings.all().isEmpty()) {
            return new LedgerOutcome.Untrusted(findings.all());
        }
        return roots.isEmpty() ? new LedgerOutcome.Consistent(facts.get()) : new LedgerOutcome.Proven(facts.get());
    }
}
