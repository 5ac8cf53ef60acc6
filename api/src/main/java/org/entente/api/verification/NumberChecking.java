package org.entente.api.verification;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** Checks a number against the own copy of what its issuer stated: to this member, or this member to a partner. */
@Component
class NumberChecking {
    private final NumberSearch search;
    private final RuleSets ruleSets;

    NumberChecking(NumberSearch search, RuleSets ruleSets) {
        this.search = search;
        this.ruleSets = ruleSets;
    }

    Result check(Presented.Numbered asked, Trust trust, Moments at) {
        List<NumberSearch.Place> places = search.places(asked, trust, at.now());
        List<NumberSearch.Place> named =
                places.stream().filter(place -> place.copy().names()).toList();
        return switch (named.size()) {
            case 0 -> unknown(places, trust, at);
            case 1 -> known(named.getFirst(), trust, at);
            default -> several(named, trust);
        };
    }

    private Result known(NumberSearch.Place place, Trust trust, Moments at) {
        Findings findings = new Findings();
        place.copy().judge(findings);
        LedgerCopy.judgeAge(trust, at.now(), findings);
        Optional<CertificateState> state = place.copy().state();
        Optional<Result.Period> period = state.flatMap(each -> period(each.certificate()));
        period.filter(each -> at.presented().isAfter(each.until()))
                .ifPresent(each ->
                        findings.add(CredentialCode.CREDENTIAL_EXPIRED, "", "its validity ended at " + each.until()));
        return new Result(
                VerificationView.Kind.NUMBER,
                findings.all(),
                List.of(),
                basis(state.map(each -> place.id().issuer()), trust),
                Optional.of(place.id()),
                state.map(CertificateState::certificate),
                period,
                Optional.of(place.copy()),
                state.map(each -> each.issued().at()),
                List.of(),
                trust);
    }

    /** An administration whose statements are not all here, or not of late, may have stated it. */
    private static Result unknown(List<NumberSearch.Place> places, Trust trust, Moments at) {
        Findings findings = new Findings();
        places.stream()
                .filter(place -> place.copy().answer() instanceof CertificateAnswer.CouldNotCheck)
                .forEach(place -> place.copy().judge(findings));
        LedgerCopy.judgeAge(trust, at.now(), findings);
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
                List.of(),
                trust);
    }

    private static Result several(List<NumberSearch.Place> named, Trust trust) {
        return undecided(
                List.of(Finding.of(
                        VerificationCode.VERIFICATION_NUMBER_AMBIGUOUS,
                        "/number",
                        named.stream()
                                .map(place ->
                                        place.id().issuer() + " " + place.id().agreement())
                                .collect(Collectors.joining(", ")))),
                Optional.empty(),
                named.stream().map(NumberSearch.Place::id).toList(),
                trust);
    }

    private static Result undecided(
            List<Finding> findings, Optional<LedgerCopy.Copy> copy, List<CertificateId> choices, Trust trust) {
        return new Result(
                VerificationView.Kind.NUMBER,
                findings,
                List.of(),
                basis(Optional.empty(), trust),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                copy,
                Optional.empty(),
                choices,
                trust);
    }

    private static Basis basis(Optional<MemberId> issuer, Trust trust) {
        return new Basis(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                issuer,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                trust.asOf());
    }

    private Optional<Result.Period> period(Certificate certificate) {
        return ruleSets.named(certificate.ruleSet())
                .map(ruleSet -> new Result.Period(
                        certificate.issuedAt().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                        OriginCredential.endOf(certificate, ruleSet)));
    }
}
