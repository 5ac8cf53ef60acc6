package org.entente.certs.credential.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verdict.Basis.Step;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.OriginCode;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.trust.Entitlement;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;

/**
 * Checks certificates of origin that arrive as credentials: one pipeline, offline, for everybody. It asks whose word the
 * credential is, whether that administration may say it, and whether it still stands; every reason is given at once.
 * Nothing is ever fetched. Safe for use by many threads if lists and anchors are.
 */
public final class CredentialVerifier {
    private final Trust trust;
    private final CertificateCheck rules;
    private final VerifyPolicy policy;
    private final Anchors anchors;
    private final ListCheck lists;

    /**
     * A verifier.
     *
     * @param trust whom to trust; an empty one trusts nobody
     * @param ruleSets the agreements that are known
     * @param policy how much clocks and information may differ
     * @param lists the status lists at hand
     * @param anchors what the ledger shows, for keys that were withdrawn
     */
    public CredentialVerifier(Trust trust, RuleSets ruleSets, VerifyPolicy policy, StatusLists lists, Anchors anchors) {
        this(trust, ruleSets, policy, lists, new ProvenLists(), anchors);
    }

    /**
     * A verifier of one's own for every check, which shares what was found of lists.
     *
     * @param trust whom to trust; an empty one trusts nobody
     * @param ruleSets the agreements that are known
     * @param policy how much clocks and information may differ
     * @param lists the status lists at hand
     * @param proven what other verifiers found of lists
     * @param anchors what the ledger shows, for keys that were withdrawn
     */
    public CredentialVerifier(
            Trust trust,
            RuleSets ruleSets,
            VerifyPolicy policy,
            StatusLists lists,
            ProvenLists proven,
            Anchors anchors) {
        this.trust = trust;
        this.rules = new CertificateCheck(ruleSets);
        this.policy = policy;
        this.anchors = anchors;
        this.lists = new ListCheck(trust, policy, lists, proven);
    }

    /**
     * Checks a credential. Never throws for whatever bytes.
     *
     * @param credential a compact JWS in ASCII, or JSON with a proof
     * @param now the moment of the check
     * @return the verdict with what it rests on
     */
    public Verdict<OriginCredential> verify(byte[] credential, Instant now) {
        Progress progress = new Progress(trust);
        Optional<OriginCredential> read = Optional.empty();
        try {
            read = check(credential, now, progress);
        } catch (RuntimeException e) {
            progress.findings()
                    .add(
                            CredentialCode.CREDENTIAL_CHECK_FAILED,
                            "",
                            e.getClass().getSimpleName());
        }
        return progress.verdict(read);
    }

    private Optional<OriginCredential> check(byte[] bytes, Instant now, Progress progress) {
        Findings findings = progress.findings();
        Optional<SecuredCredential> secured = value(Opening.read(bytes), findings);
        secured.ifPresent(progress::secured);
        Optional<OriginCredential> read =
                secured.flatMap(each -> value(OriginCredential.read(each.document()), findings));
        if (read.isEmpty()) {
            return read;
        }
        progress.step(Step.FORM, true, () -> {});
        OriginCredential credential = read.get();
        Optional<TrustedIssuer> issuer = issuer(secured.get(), credential, now, progress);
        progress.step(Step.DATES, true, () -> dates(credential, now, findings));
        issuer.ifPresent(each -> {
            progress.step(Step.ENTITLEMENT, true, () -> entitlement(secured.get(), credential, each, progress));
            progress.step(Step.STATUS, true, () -> status(credential, each, now, progress));
        });
        progress.step(Step.RULES, true, () -> rules(credential, progress));
        return read;
    }

    /** The issuer, if its key made the signature: nobody else's lists are asked for. */
    private Optional<TrustedIssuer> issuer(
            SecuredCredential secured, OriginCredential credential, Instant now, Progress progress) {
        Findings findings = progress.findings();
        IssuerCheck check = new IssuerCheck(trust, policy, anchors, now);
        Instant signedAt = signedAt(secured, credential);
        Optional<MemberId> member = check.member(credential.issuer(), signedAt, findings);
        member.ifPresent(progress::issuer);
        Optional<TrustedIssuer> issuer =
                member.flatMap((MemberId each) -> trust.of(each).issuer());
        Optional<TrustedKey> key = issuer.flatMap(each -> check.key(secured, each, signedAt, findings));
        progress.step(Step.ISSUER, key.isPresent(), () -> {
            check.times(secured, signedAt, findings);
            key.flatMap(each -> check.counted(secured, each, signedAt, findings))
                    .ifPresent(progress::anchored);
        });
        boolean signed = key.map(each -> secured.isSignedBy(each.key().spki())).orElse(false);
        progress.step(Step.PROOF, key.isPresent(), () -> {
            if (key.isPresent() && !signed) {
                findings.add(
                        CredentialCode.CREDENTIAL_SIGNATURE_INVALID,
                        "",
                        secured.key().toString());
            }
        });
        return issuer.filter(each -> signed);
    }

    /** Without a time of its own, a signature is taken to be as old as the claims. */
    private static Instant signedAt(SecuredCredential secured, OriginCredential credential) {
        return secured.signedAt().orElse(credential.validFrom());
    }

    private void dates(OriginCredential credential, Instant now, Findings findings) {
        if (credential.validFrom().isAfter(now.plus(policy.skew()))) {
            findings.add(
                    CredentialCode.CREDENTIAL_NOT_YET_VALID,
                    "/validFrom",
                    "now is " + now.truncatedTo(ChronoUnit.SECONDS));
        }
        if (now.isAfter(credential.validUntil().plus(policy.skew()))) {
            findings.add(
                    CredentialCode.CREDENTIAL_EXPIRED, "/validUntil", "now is " + now.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** The administration of the exporting country, and a party to the agreement. */
    private void entitlement(
            SecuredCredential secured, OriginCredential credential, TrustedIssuer issuer, Progress progress) {
        String agreement = credential.certificate().agreement().value();
        Optional<MemberId> member = trust.memberOf(issuer.did());
        Findings findings = progress.findings();
        if (!member.equals(Optional.of(credential.certificate().exportCountry().member()))) {
            findings.add(
                    CredentialCode.CREDENTIAL_ISSUER_NOT_ENTITLED,
                    OriginCredential.pointer("/exportCountry"),
                    "the issuer is the administration of another country");
        }
        if (!issuer.isEntitled(Entitlement.ORIGIN_CERTIFICATE, agreement, signedAt(secured, credential))) {
            findings.add(
                    CredentialCode.CREDENTIAL_ISSUER_NOT_ENTITLED,
                    OriginCredential.pointer("/agreement"),
                    "the issuer is not known as a party to " + agreement);
        }
    }

    private void status(OriginCredential credential, TrustedIssuer issuer, Instant now, Progress progress) {
        for (int i = 0; i < credential.status().size(); i++) {
            lists.check(credential.status().get(i), "/credentialStatus/" + i, issuer, now, progress);
        }
    }

    /** An unverified legal datum decides only where what it says is broken: then nobody can say. */
    private void rules(OriginCredential credential, Progress progress) {
        for (Finding finding : rules.findings(credential.certificate())) {
            Finding placed = new Finding(
                    finding.code(), OriginCredential.pointer(finding.pointer()), finding.detail(), finding.law());
            if (finding.code() == OriginCode.ORIGIN_RULE_SET_UNKNOWN
                    || finding.code() == OriginCode.ORIGIN_AGREEMENT_UNKNOWN) {
                progress.findings().add(CredentialCode.CREDENTIAL_RULES_UNKNOWN, placed.pointer(), placed.detail());
            } else if (finding.isError() || finding.code() == OriginCode.ORIGIN_LAW_UNVERIFIED_BROKEN) {
                progress.findings().add(placed);
            } else {
                progress.remark(placed);
            }
        }
    }

    private static <T> Optional<T> value(Checked<T> read, Findings findings) {
        return switch (read) {
            case Checked.Accepted<T>(T value, List<Finding> remarks) -> Optional.of(value);
            case Checked.Rejected<T>(List<Finding> found) -> {
                found.forEach(findings::add);
                yield Optional.empty();
            }
        };
    }
}
