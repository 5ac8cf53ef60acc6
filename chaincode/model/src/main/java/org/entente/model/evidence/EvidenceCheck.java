package org.entente.model.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.model.evidence.EvidenceOutcome.CouldNotCheck;
import org.entente.model.evidence.EvidenceOutcome.Invalid;
import org.entente.model.evidence.EvidenceOutcome.Valid;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.SignatureCheck;
import org.entente.model.statement.Statement;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedMember;

/**
 * Checks evidence without any network. What it says rests on the bytes, on SHA-256 and on the reader's {@link Trust}
 * alone; what it can neither prove nor refute it says it could not check. Never throws.
 */
public final class EvidenceCheck {
    private final SignatureCheck signatures;
    private final LedgerProof ledger;
    private final Trust trust;

    /**
     * A check.
     *
     * @param signatures verifies ECDSA
     * @param ledger reads the ledger's part of a proof
     * @param trust whom the reader trusts; {@link Trust#NOBODY} leaves everything unchecked that is not wrong
     */
    public EvidenceCheck(SignatureCheck signatures, LedgerProof ledger, Trust trust) {
        this.signatures = signatures;
        this.ledger = ledger;
        this.trust = trust;
    }

    /**
     * Checks a file.
     *
     * @param file its bytes
     * @return what came out of it
     */
    public EvidenceVerdict check(byte[] file) {
        return switch (Evidence.parse(file)) {
            case Checked.Rejected<Evidence>(var findings) -> new EvidenceVerdict.Unreadable(findings);
            case Checked.Accepted<Evidence>(var evidence, var remarks) ->
                new EvidenceVerdict.Judged(evidence, check(evidence));
        };
    }

    /**
     * Checks evidence.
     *
     * @param evidence what was read
     * @return one outcome for each statement, in its order
     */
    public List<EvidenceOutcome> check(Evidence evidence) {
        List<Findings> found = new ArrayList<>();
        evidence.entries().forEach(entry -> found.add(new Findings()));
        checkPresenter(evidence, found);
        checkChains(evidence, found);
        List<EvidenceOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            outcomes.add(check(evidence, i, found.get(i)));
        }
        return List.copyOf(outcomes);
    }

    private EvidenceOutcome check(Evidence evidence, int index, Findings findings) {
        EvidenceEntry entry = evidence.entries().get(index);
        String pointer = "/proofs/" + index;
        new BatchProof(entry, index, findings).check(this::verifies);
        TrustedMember author = trust.of(entry.header().stream().author());
        boolean keyTrusted = author.keys().contains(Digest.of(entry.key().key().spki()));
        if (!author.isKnown()) {
            findings.add(
                    EvidenceCode.EVIDENCE_AUTHOR_UNTRUSTED,
                    pointer + "/key/publicKey",
                    "no key and no root certificate of "
                            + entry.header().stream().author() + " is trusted");
        } else if (!author.keys().isEmpty() && !keyTrusted) {
            findings.add(
                    EvidenceCode.EVIDENCE_KEY_UNTRUSTED,
                    pointer + "/key/publicKey",
                    "SHA-256 " + Digest.of(entry.key().key().spki()) + " is not among the keys of "
                            + entry.header().stream().author());
        }
        LedgerOutcome shown = ledger(entry, author.roots(), pointer + "/ledger");
        Optional<LedgerFacts> facts = facts(shown, author, pointer + "/ledger", findings);
        if (!findings.all().isEmpty() || facts.isEmpty()) {
            return findings.hasErrors() ? new Invalid(findings.all()) : new CouldNotCheck(findings.all());
        }
        boolean proven = shown instanceof LedgerOutcome.Proven;
        return new Valid(new EvidenceFacts(keyTrusted, proven, facts.get(), attestor(evidence)));
    }

    /** Nothing without a finding, and nothing that rests on less than every kind of trust that was given. */
    private static Optional<LedgerFacts> facts(
            LedgerOutcome shown, TrustedMember author, String pointer, Findings findings) {
        return switch (shown) {
            case LedgerOutcome.Proven(var facts) -> Optional.of(facts);
            case LedgerOutcome.Consistent(var facts) -> {
                if (!author.roots().isEmpty()) {
                    findings.add(EvidenceCode.EVIDENCE_CERTIFICATE_UNTRUSTED, pointer, "no root was reached");
                }
                yield Optional.of(facts);
            }
            case LedgerOutcome.Untrusted(var doubts) -> noFacts(doubts, findings);
            case LedgerOutcome.Contradicted(var errors) -> noFacts(errors, findings);
        };
    }

    private static Optional<LedgerFacts> noFacts(List<Finding> found, Findings findings) {
        found.forEach(findings::add);
        return Optional.empty();
    }

    /** A check that breaks off has neither proven nor refuted anything. */
    private LedgerOutcome ledger(EvidenceEntry entry, List<String> roots, String pointer) {
        try {
            return ledger.check(entry, roots, pointer);
        } catch (RuntimeException e) {
            return new LedgerOutcome.Untrusted(List.of(Finding.of(
                    EvidenceCode.EVIDENCE_CHECK_FAILED, pointer, e.getClass().getSimpleName())));
        }
    }

    /** The presenter's signature covers the whole file, so where it fails no statement of the file is proven by it. */
    private void checkPresenter(Evidence evidence, List<Findings> found) {
        if (!verifies(evidence.presenter().spki(), evidence.presentedBytes(), evidence.signature())) {
            found.forEach(each -> each.add(
                    EvidenceCode.EVIDENCE_PRESENTER_INVALID,
                    "/presenter/signature",
                    "something was altered since " + evidence.presenter().member() + " signed the file"));
        }
    }

    private Optional<MemberId> attestor(Evidence evidence) {
        Presenter presenter = evidence.presenter();
        return trust.of(presenter.member()).keys().contains(Digest.of(presenter.spki()))
                ? Optional.of(presenter.member())
                : Optional.empty();
    }

    /** Within a stream, a later position has a later number, and the next number names its predecessor's digest. */
    private static void checkChains(Evidence evidence, List<Findings> found) {
        TreeMap<StreamId, EvidenceEntry> last = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            EvidenceEntry entry = evidence.entries().get(i);
            EvidenceEntry before = last.put(entry.stream(), entry);
            if (before == null) {
                continue;
            }
            Statement earlier = before.statement().statement();
            Statement later = entry.statement().statement();
            boolean follows = later.sequence() > earlier.sequence()
                    && (later.sequence() > earlier.sequence() + 1
                            || later.previousDigest().equals(before.statement().digest()));
            if (!follows) {
                found.get(i)
                        .add(
                                EvidenceCode.EVIDENCE_CHAIN_BROKEN,
                                "/statements/" + i,
                                "it does not follow number " + earlier.sequence() + " of " + entry.stream());
            }
        }
    }

    /** A provider that throws on a hostile key or signature has not verified it. */
    private boolean verifies(byte[] spki, byte[] data, byte[] signature) {
        try {
            return signatures.verifies(spki, data, signature);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
