package org.entente.model.origin;

import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.OriginCode;
import org.entente.model.origin.check.CertificateCheck;

/** Judges the statement that a certificate was issued: every finding about body, certificate and stream at once. */
final class IssueJudge {
    private final CertificateCheck check;

    IssueJudge(RuleSets ruleSets) {
        this.check = new CertificateCheck(ruleSets);
    }

    Judgement<CertificateState> judge(Optional<CertificateState> state, Said said) {
        Findings findings = new Findings();
        Optional<CertificateDraft> draft = BodyReader.draft(said.draft().body(), findings);
        Optional<Certificate> certificate = draft.flatMap(read -> checked(read, findings));
        draft.flatMap(CertificateDraft::tentative)
                .ifPresent(tentative -> checkStream(tentative, draft.orElseThrow(), said, findings));
        if (findings.hasErrors() || certificate.isEmpty()) {
            return new Judgement.Refused<>(findings.all());
        }
        CertificateState.Event event = CertificateRules.event(said);
        return state.map(earlier -> again(earlier, certificate.get()))
                .orElseGet(() ->
                        new Judgement.Stands<>(CertificateState.issued(certificate.get(), event), findings.all()));
    }

    private Optional<Certificate> checked(CertificateDraft draft, Findings findings) {
        return switch (check.check(draft)) {
            case Checked.Accepted<Certificate>(var certificate, var remarks) -> {
                remarks.forEach(findings::add);
                yield Optional.of(certificate);
            }
            case Checked.Rejected<Certificate>(var found) -> {
                found.forEach(findings::add);
                yield Optional.empty();
            }
        };
    }

    private static void checkStream(Certificate certificate, CertificateDraft draft, Said said, Findings findings) {
        String at = draft.pointer();
        if (draft.isKnown("/exportCountry")
                && !certificate.exportCountry().member().equals(said.author())) {
            findings.add(OriginCode.ORIGIN_AUTHOR_NOT_ENTITLED, at + "/exportCountry", "said by " + said.author());
        }
        if (draft.isKnown("/importCountry")
                && !certificate
                        .importCountry()
                        .member()
                        .equals(said.draft().stream().audience())) {
            findings.add(
                    OriginCode.ORIGIN_AUDIENCE_MISMATCH,
                    at + "/importCountry",
                    "addressed to " + said.draft().stream().audience());
        }
        boolean named = draft.isKnown("/exportCountry") && draft.isKnown("/agreement") && draft.isKnown("/referenceNo");
        if (named && !certificate.id().subject().equals(said.draft().subject())) {
            findings.add(Finding.of(
                    OriginCode.ORIGIN_SUBJECT_MISMATCH,
                    "/subject",
                    "expected " + certificate.id().subject()));
        }
    }

    /** The same author said it before, since a pair has one author of each subject. */
    private static Judgement<CertificateState> again(CertificateState earlier, Certificate certificate) {
        if (!earlier.certificate().equals(certificate)) {
            return CertificateRules.refused(
                    OriginCode.ORIGIN_REFERENCE_DUPLICATE,
                    "/subject",
                    "stated by " + earlier.issued().id());
        }
        return earlier.cancelled()
                .map(event -> CertificateRules.refused(
                        OriginCode.ORIGIN_CERTIFICATE_CANCELLED, "/subject", "cancelled by " + event.id()))
                .orElseGet(() -> CertificateRules.unchanged(earlier, earlier.issued()));
    }
}
