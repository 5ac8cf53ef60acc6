package org.entente.api.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.node.NodeTrust;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.credential.verify.CredentialVerifier;
import org.entente.certs.credential.verify.Opening;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Position;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.springframework.stereotype.Component;

/** Checks credentials: the offline pipeline on what the ledger's registry says, then the own copy of the statement. */
@Component
class CredentialChecking {
    private final NodeTrust trust;
    private final RuleSets ruleSets;
    private final KnownLists lists;
    private final LedgerCopy ledger;

    CredentialChecking(NodeTrust trust, RuleSets ruleSets, KnownLists lists, LedgerCopy ledger) {
        this.trust = trust;
        this.ruleSets = ruleSets;
        this.lists = lists;
        this.ledger = ledger;
    }

    Result check(byte[] bytes, Instant now) {
        Optional<OriginCredential> read = read(bytes);
        Optional<Certificate> certificate = read.map(OriginCredential::certificate);
        Optional<LedgerCopy.Copy> known = certificate.flatMap(
                each -> ledger.of(each.id(), Optional.of(each.importCountry().member())));
        Optional<Position> statedAt =
                known.flatMap(copy -> certificate.flatMap((Certificate each) -> copy.statedAt(each)));
        boolean settled = known.filter(LedgerCopy.Copy::settlesStatus).isPresent();
        Verdict<OriginCredential> verdict = new CredentialVerifier(
                        trust.now(),
                        ruleSets,
                        VerifyPolicy.STANDARD,
                        address -> lists.newest(address, !settled).map(SecuredList::copy),
                        digest -> statedAt)
                .verify(bytes, now);
        Optional<LedgerCopy.Copy> copy = known.filter(each -> Reasons.isProven(verdict));
        Findings findings = Reasons.of(verdict, settled);
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
                Reasons.remarks(verdict),
                verdict.basis(),
                certificate.map(Certificate::id),
                certificate,
                read.map(credential -> new Result.Period(credential.validFrom(), credential.validUntil())),
                copy,
                statedAt.filter(at -> copy.isPresent()),
                List.of());
    }

    private static Optional<OriginCredential> read(byte[] bytes) {
        return Opening.read(bytes) instanceof Checked.Accepted<SecuredCredential>(var secured, var remarks)
                        && OriginCredential.read(secured.document())
                                instanceof Checked.Accepted<OriginCredential>(var credential, var more)
                ? Optional.of(credential)
                : Optional.empty();
    }
}
