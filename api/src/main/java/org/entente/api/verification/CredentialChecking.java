package org.entente.api.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.credential.verify.CredentialVerifier;
import org.entente.certs.credential.verify.Opening;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Position;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** Checks credentials: the offline pipeline on what the ledger's registry says, then the own copy of the statement. */
@Component
class CredentialChecking {
    private final RuleSets ruleSets;
    private final KnownLists lists;
    private final LedgerCopy ledger;

    CredentialChecking(RuleSets ruleSets, KnownLists lists, LedgerCopy ledger) {
        this.ruleSets = ruleSets;
        this.lists = lists;
        this.ledger = ledger;
    }

    Result check(byte[] bytes, Trust trust, Moments at) {
        Optional<SecuredCredential> secured = value(Opening.read(bytes));
        Optional<OriginCredential> read = secured.flatMap(each -> value(OriginCredential.read(each.document())));
        Optional<Certificate> certificate = read.map(OriginCredential::certificate);
        Optional<LedgerCopy.Copy> known = certificate.flatMap(
                each -> ledger.of(each.id(), Optional.of(each.importCountry().member()), trust, at.now()));
        Optional<Position> statedAt =
                known.flatMap(copy -> certificate.flatMap((Certificate each) -> copy.statedAt(each)));
        boolean settled = known.filter(LedgerCopy.Copy::settlesStatus).isPresent();
        Verdict<OriginCredential> verdict = new CredentialVerifier(
                        trust,
                        ruleSets,
                        VerifyPolicy.STANDARD,
                        address -> lists.newest(address, trust, !settled).map(SecuredList::copy),
                        lists.proven(),
                        digest -> statedAt)
                .verify(bytes, at.now());
        Optional<LedgerCopy.Copy> copy = known.filter(each -> Reasons.isProven(verdict));
        Findings findings = Reasons.of(verdict, settled, at, finding -> end(finding, secured, read));
        copy.ifPresent(each -> each.judge(findings));
        copy.flatMap(LedgerCopy.Copy::state)
                .filter(state -> statedAt.isEmpty())
                .ifPresent(state -> findings.add(
                        CredentialCode.CREDENTIAL_DIFFERS,
                        "/credentialSubject",
                        "the issuer stated another content in block "
                                + state.issued().at().block()));
        return new Result(
                VerificationView.Kind.CREDENTIAL,
                Reasons.unique(findings),
                Reasons.remarks(verdict, findings),
                verdict.basis(),
                certificate.map(Certificate::id),
                certificate,
                read.map(credential -> new Result.Period(credential.validFrom(), credential.validUntil())),
                copy,
                statedAt.filter(place -> copy.isPresent()),
                List.of(),
                trust);
    }

    private static Optional<Instant> end(
            Finding finding, Optional<SecuredCredential> secured, Optional<OriginCredential> read) {
        if (finding.code() == CredentialCode.CREDENTIAL_EXPIRED) {
            return read.map(OriginCredential::validUntil);
        }
        return finding.code() == CredentialCode.CREDENTIAL_SIGNATURE_EXPIRED
                ? secured.flatMap(SecuredCredential::signatureUntil)
                : Optional.empty();
    }

    private static <T> Optional<T> value(Checked<T> read) {
        return read instanceof Checked.Accepted<T>(T value, List<Finding> remarks)
                ? Optional.of(value)
                : Optional.empty();
    }
}
