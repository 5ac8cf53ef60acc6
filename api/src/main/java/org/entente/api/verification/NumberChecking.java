package org.entente.api.verification;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.api.node.NodeTrust;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.client.origin.CertificateAnswer;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.member.MemberId;
import org.entente.model.origin.CertificateState;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Component;

/** Checks a number against the own copy of what its issuer stated: to this member, or this member to a partner. */
@Component
class NumberChecking {
    private final NodeTrust trust;
    private final NumberSearch search;
    private final LedgerCopy ledger;
    private final RuleSets ruleSets;

    NumberChecking(NodeTrust trust, NumberSearch search, LedgerCopy ledger, RuleSets ruleSets) {
        this.trust = trust;
        this.search = search;
        this.ledger = ledger;
        this.ruleSets = ruleSets;
    }

    Result check(Presented.Numbered asked, Moments at) {
        List<NumberSearch.Place> places = search.places(asked, at.now());
        List<NumberSearch.Place> named =
                places.stream().filter(place -> place.copy().names()).toList();
        return switch (named.size()) {
            case 0 -> unknown(places, at);
            case 1 -> known(named.getFirst(), at);
            default -> several(named);
        };
    }

    private Result known(NumberSearch.Place place, Moments at) {
        Findings findings = new Findings();
        place.copy().judge(findings);
        ledger.judgeAge(at.now(), findings);
        Optional<CertificateState> state = place.copy().state();
        Optional<Result.Period> period = state.flatMap(each -> period(each.certificate()));
        period.filter(each -> at.presented().isAfter(each.until()))
                .ifPresent(each ->
                        findings.add(CredentialCode.CREDENTIAL_EXPIRED, "", "its validity ended at " + each.until()));
        return new Result(
                VerificationView.Kind.NUMBER,
                findings.all(),
                List.of(),
                basis(state.map(each -> place.id().issuer())),
                Optional.of(place.id()),
                state.map(CertificateState::certificate),
                period,
                Optional.of(place.copy()),
                state.map(each -> each.issued().at()),
                List.of());
    }

    /** An administration whose statements are not all here, or not of late, may have stated it. */
    private Result unknown(List<NumberSearch.Place> places, Moments at) {
        Findings findings = new Findings();
        places.stream()
                .filter(place -> place.copy().answer() instanceof CertificateAnswer.CouldNotCheck)
                .forEach(place -> place.copy().judge(findings));
        ledger.judgeAge(at.now(), findings);
        if (findings.all().isEmpty()) {
            findings.add(
                    VerificationCode.VERIFICATION_NUMBER_UNKNOWN,
                    "/number",
                    places.stream()
                            .map(place -> place.copy().completeUpTo().block())
                            .min(Long::compare)
                            .map(block -> "up to block " + block)
                            .orElse("no member can have issued it to this administration"));
        }
        return undecided(
                findings.all(),
                places.size() == 1
                        ? places.stream().map(NumberSearch.Place::copy).findFirst()
                        : Optional.empty(),
                List.of());
    }

    private Result several(List<NumberSearch.Place> named) {
        return undecided(
                List.of(Finding.of(
                        VerificationCode.VERIFICATION_NUMBER_AMBIGUOUS,
                        "/number",
                        named.stream()
                                .map(place ->
                                        place.id().issuer() + " " + place.id().agreement())
                                .collect(Collectors.joining(", ")))),
                Optional.empty(),
                named.stream().map(NumberSearch.Place::id).toList());
    }

    private Result undecided(List<Finding> findings, Optional<LedgerCopy.Copy> copy, List<CertificateId> choices) {
        return new Result(
                VerificationView.Kind.NUMBER,
                findings,
                List.of(),
                basis(Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                copy,
                Optional.empty(),
                choices);
    }

    private Basis basis(Optional<MemberId> issuer) {
        return new Basis(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                issuer,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                trust.now().asOf());
    }

    private Optional<Result.Period> period(Certificate certificate) {
        return ruleSets.named(certificate.ruleSet())
                .map(ruleSet -> new Result.Period(
                        certificate.issuedAt().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                        OriginCredential.endOf(certificate, ruleSet)));
    }
}
