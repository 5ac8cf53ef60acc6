package org.entente.api.verification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.api.node.NodeTrust;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.client.origin.CertificateAnswer;
import org.entente.model.finding.Findings;
import org.entente.model.origin.CertificateState;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Component;

/** Looks a number up in the own copy of what its issuer stated to this member. */
@Component
class NumberChecking {
    private final NodeTrust trust;
    private final LedgerCopy ledger;
    private final RuleSets ruleSets;

    NumberChecking(NodeTrust trust, LedgerCopy ledger, RuleSets ruleSets) {
        this.trust = trust;
        this.ledger = ledger;
        this.ruleSets = ruleSets;
    }

    Result check(CertificateId id, Instant now) {
        Findings findings = new Findings();
        Optional<LedgerCopy.Copy> copy = ledger.of(id, Optional.empty());
        if (copy.isEmpty()) {
            findings.add(VerificationCode.VERIFICATION_NUMBER_UNKNOWN, "/number", "not issued to this administration");
        } else if (copy.get().answer() instanceof CertificateAnswer.Unknown(var complete, var open)) {
            findings.add(VerificationCode.VERIFICATION_NUMBER_UNKNOWN, "/number", "up to block " + complete.block());
        } else {
            copy.get().judge(findings);
        }
        Optional<CertificateState> state = copy.flatMap(LedgerCopy.Copy::state);
        Optional<Result.Period> period = state.flatMap(each -> period(each.certificate()));
        period.filter(each -> now.isAfter(each.until()))
                .ifPresent(each ->
                        findings.add(CredentialCode.CREDENTIAL_EXPIRED, "", "its validity ended at " + each.until()));
        return new Result(
                VerificationView.Kind.NUMBER,
                findings.all(),
                List.of(),
                new Basis(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        state.map(each -> id.issuer()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        trust.now().asOf()),
                Optional.of(id),
                state.map(CertificateState::certificate),
                period,
                copy,
                state.map(each -> each.issued().at()));
    }

    private Optional<Result.Period> period(Certificate certificate) {
        return ruleSets.named(certificate.ruleSet())
                .map(ruleSet -> new Result.Period(
                        certificate.issuedAt().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                        OriginCredential.endOf(certificate, ruleSet)));
    }
}
