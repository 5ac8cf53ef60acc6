package org.entente.certs.credential.issue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.document.CredentialId;
import org.entente.certs.credential.document.LedgerReference;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.trust.Entitlement;
import org.entente.model.trust.TrustedIssuer;

/** Issues certificates of origin as credentials: only what the rules allow and the issuer is entitled to. */
public final class OriginIssuer {
    private final TrustedIssuer issuer;
    private final CredentialSigner signer;
    private final RuleSets ruleSets;
    private final SecureRandom random;

    /**
     * An issuer.
     *
     * @param issuer who issues, as the ledger names it
     * @param signer its keys
     * @param ruleSets the agreements
     * @param random a strong source, for ids
     */
    public OriginIssuer(TrustedIssuer issuer, CredentialSigner signer, RuleSets ruleSets, SecureRandom random) {
        this.issuer = issuer;
        this.signer = signer;
        this.ruleSets = ruleSets;
        this.random = random;
    }

    /**
     * Makes the credential of a certificate.
     *
     * @param certificate what an officer approved
     * @param status one entry for revocation, then one for suspension, whose indices nobody else has
     * @param statement the statement that says the same on the ledger
     * @param now the moment of issue
     * @return the credential, or every reason why it is not issued
     */
    public Checked<OriginCredential> draw(
            Certificate certificate, List<StatusEntry> status, Optional<LedgerReference> statement, Instant now) {
        Checked<Certificate> checked = new CertificateCheck(ruleSets).check(CertificateDraft.of(certificate));
        if (checked instanceof Checked.Rejected<Certificate>(var findings)) {
            return new Checked.Rejected<>(findings);
        }
        if (!issuer.isEntitled(
                Entitlement.ORIGIN_CERTIFICATE, certificate.agreement().value(), now)) {
            return refused(CredentialCode.CREDENTIAL_ISSUER_NOT_ENTITLED, certificate.agreement() + " at " + now);
        }
        RuleSet ruleSet = ruleSets.named(certificate.ruleSet()).orElseThrow();
        Instant end = OriginCredential.endOf(certificate, ruleSet);
        if (!end.isAfter(now)) {
            return refused(CredentialCode.CREDENTIAL_EXPIRED, "its validity ended at " + end);
        }
        CredentialId id = CredentialId.draw(issuer.did(), random);
        return new Checked.Accepted<>(
                new OriginCredential(id, issuer.did(), issuer.name(), now, end, status, statement, certificate),
                ((Checked.Accepted<Certificate>) checked).remarks());
    }

    /**
     * Secures a credential. The same credential may be secured in several ways: its content has one digest.
     *
     * @param credential a credential of this issuer
     * @param securing how
     * @param now the time of signing
     * @return a compact JWS in ASCII, or canonical JSON with a proof
     */
    public byte[] secure(OriginCredential credential, Securing securing, Instant now) {
        if (!credential.issuer().equals(issuer.did())) {
            throw new IllegalArgumentException("another issuer's credential");
        }
        return signer.secure(credential.canonical(), securing, now);
    }

    private static Checked<OriginCredential> refused(CredentialCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
