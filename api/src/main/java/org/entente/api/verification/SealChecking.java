package org.entente.api.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.api.credential.IssuedSeal;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.credential.verify.SealVerifier;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Position;
import org.entente.model.origin.CertificateState;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** Checks seals: the offline pipeline on what the ledger's registry says, then the own copy of the statement. */
@Component
class SealChecking {
    private final KnownLists lists;
    private final LedgerCopy ledger;

    SealChecking(KnownLists lists, LedgerCopy ledger) {
        this.lists = lists;
        this.ledger = ledger;
    }

    Result check(String text, Trust trust, Moments at) {
        // What it claims; who signed that is for the pipeline to say.
        Optional<Seal> claimed = SealText.verify(text, (issuer, keyId) -> Optional.empty())
                        instanceof SealOutcome.Undecided(var code, Seal seal, var keyId, var detail)
                ? Optional.of(seal)
                : Optional.empty();
        Optional<LedgerCopy.Copy> known = claimed.flatMap(
                seal -> ledger.of(seal.id(), Optional.of(seal.importCountry().member()), trust, at.now()));
        boolean settled = known.filter(LedgerCopy.Copy::settlesStatus).isPresent();
        Verdict<Seal> verdict = new SealVerifier(
                        trust,
                        VerifyPolicy.STANDARD,
                        address -> lists.newest(address, trust, !settled).map(SecuredList::copy),
                        lists.proven())
                .verify(text, at.now());
        Optional<Seal> seal = claimed.filter(each -> Reasons.isProven(verdict));
        Optional<LedgerCopy.Copy> copy = known.filter(each -> seal.isPresent());
        Findings findings = Reasons.of(
                verdict,
                settled,
                at,
                finding -> claimed.filter(each -> finding.code() == CredentialCode.CREDENTIAL_EXPIRED)
                        .map(SealChecking::end));
        copy.ifPresent(each -> each.judge(findings));
        copy.flatMap(LedgerCopy.Copy::state)
                .filter(state -> !isOf(seal.orElseThrow(), state))
                .ifPresent(state ->
                        findings.add(CredentialCode.CREDENTIAL_DIFFERS, "", "the issuer stated another content"));
        Optional<CertificateState> stated =
                copy.flatMap(LedgerCopy.Copy::state).filter(state -> isOf(seal.orElseThrow(), state));
        Optional<Position> statedAt = stated.map(state -> state.issued().at());
        return new Result(
                VerificationView.Kind.SEAL,
                Reasons.unique(findings),
                Reasons.remarks(verdict, findings),
                verdict.basis(),
                seal.map(Seal::id),
                stated.map(CertificateState::certificate),
                seal.map(each -> new Result.Period(noon(each.issuedOn()), end(each))),
                copy,
                statedAt,
                List.of(),
                trust);
    }

    private static boolean isOf(Seal seal, CertificateState state) {
        return IssuedSeal.of(state.certificate(), seal.issuedOn(), seal.validUntil(), seal.credential(), seal.status())
                .equals(seal);
    }

    private static Instant end(Seal seal) {
        return noon(seal.validUntil().plusDays(1));
    }

    /** A day has ended everywhere at noon UTC of the next one, as credentials count too. */
    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
