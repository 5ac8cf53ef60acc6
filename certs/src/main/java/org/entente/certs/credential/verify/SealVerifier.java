package org.entente.certs.credential.verify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealKey;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.status.StatusCode;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verdict.Basis.Step;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Findings;
import org.entente.model.member.MemberId;
import org.entente.model.member.VerificationKey;
import org.entente.model.trust.Entitlement;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;

/**
 * Checks seals, the text of a certificate's QR code, by the same trust and with the same words as whole credentials. A
 * seal states few facts: the rules of the agreement are checked on the credential alone.
 */
public final class SealVerifier {
    private static final String SECURING = "COSE seal";

    private final Trust trust;
    private final VerifyPolicy policy;
    private final ListCheck lists;

    /**
     * A verifier.
     *
     * @param trust whom to trust; an empty one trusts nobody
     * @param policy how much clocks and information may differ
     * @param lists the status lists at hand
     */
    public SealVerifier(Trust trust, VerifyPolicy policy, StatusLists lists) {
        this(trust, policy, lists, new ProvenLists());
    }

    /**
     * A verifier of one's own for every check, which shares what was found of lists.
     *
     * @param trust whom to trust; an empty one trusts nobody
     * @param policy how much clocks and information may differ
     * @param lists the status lists at hand
     * @param proven what other verifiers found of lists
     */
    public SealVerifier(Trust trust, VerifyPolicy policy, StatusLists lists, ProvenLists proven) {
        this.trust = trust;
        this.policy = policy;
        this.lists = new ListCheck(trust, policy, lists, proven);
    }

    /**
     * Checks a seal. Never throws for whatever text.
     *
     * @param text what stands in the QR code
     * @param now the moment of the check
     * @return the verdict with what it rests on
     */
    public Verdict<Seal> verify(String text, Instant now) {
        Progress progress = new Progress(trust);
        Optional<Seal> seal = Optional.empty();
        try {
            seal = check(text, now, progress);
        } catch (RuntimeException e) {
            progress.findings()
                    .add(
                            CredentialCode.CREDENTIAL_CHECK_FAILED,
                            "",
                            e.getClass().getSimpleName());
        }
        return progress.verdict(seal);
    }

    private Optional<Seal> check(String text, Instant now, Progress progress) {
        return switch (SealText.verify(text, this::key)) {
            case SealOutcome.Refused(var code, var detail) -> {
                progress.findings().add(code, "", detail);
                yield Optional.empty();
            }
            case SealOutcome.Undecided(var code, var claimed, var keyId, var detail) -> {
                progress.step(Step.FORM, true, () -> {});
                progress.findings().add(unknown(claimed, keyId, now).orElse(code), "", detail);
                yield Optional.empty();
            }
            case SealOutcome.Verified(Seal seal, String keyId) -> {
                signed(seal, keyId, now, progress);
                yield Optional.of(seal);
            }
        };
    }

    private void signed(Seal seal, String keyId, Instant now, Progress progress) {
        MemberId member = seal.id().issuer();
        TrustedIssuer issuer = trust.of(member).issuer().orElseThrow();
        Findings findings = progress.findings();
        progress.secured(SECURING, issuer.did() + "#" + keyId);
        progress.issuer(member);
        progress.step(Step.FORM, true, () -> {});
        progress.step(Step.PROOF, true, () -> {});
        progress.step(Step.ISSUER, true, () -> new IssuerCheck(trust, policy, Anchors.NONE, now).fresh(findings));
        progress.step(Step.DATES, true, () -> dates(seal, now, findings));
        progress.step(Step.ENTITLEMENT, true, () -> entitlement(seal, issuer, findings));
        progress.step(Step.STATUS, true, () -> status(seal, issuer, now, progress));
    }

    /** By the rule for credentials. A seal names no moment: it can have been signed since the day of issue began. */
    private Optional<FindingCode> unknown(Seal claimed, String keyId, Instant now) {
        Optional<TrustedIssuer> issuer = trust.of(claimed.id().issuer()).issuer();
        boolean withdrawn = issuer.flatMap(each -> each.key(keyId))
                .filter(key -> key.withdrawn().isPresent())
                .isPresent();
        return withdrawn || !new IssuerCheck(trust, policy, Anchors.NONE, now).names(begin(claimed))
                ? Optional.empty()
                : Optional.of(
                        issuer.isPresent()
                                ? CredentialCode.CREDENTIAL_KEY_UNKNOWN
                                : CredentialCode.CREDENTIAL_ISSUER_UNKNOWN);
    }

    private static Instant begin(Seal seal) {
        return seal.issuedOn().atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
    }

    /** A withdrawn key is none: a seal cannot show that it is older. */
    private Optional<SealKey> key(MemberId member, String keyId) {
        return trust.of(member)
                .issuer()
                .flatMap(issuer -> issuer.key(keyId))
                .filter(key -> key.withdrawn().isEmpty())
                .map(key -> key.key())
                .filter(key -> KeyAlgorithm.ofSpki(key.spki()).equals(Optional.of(KeyAlgorithm.P256)))
                .map((VerificationKey key) -> new SealKey(key.spki(), key.validFrom(), key.validUntil()));
    }

    /** A day has begun when it has begun somewhere, and is over when it is over everywhere. */
    private void dates(Seal seal, Instant now, Findings findings) {
        Instant end = seal.validUntil().plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        if (begin(seal).isAfter(now.plus(policy.skew()))) {
            findings.add(CredentialCode.CREDENTIAL_NOT_YET_VALID, "", "issued on " + seal.issuedOn());
        }
        if (now.isAfter(end.plus(policy.skew()))) {
            findings.add(CredentialCode.CREDENTIAL_EXPIRED, "", "valid until " + seal.validUntil());
        }
    }

    private static void entitlement(Seal seal, TrustedIssuer issuer, Findings findings) {
        String agreement = seal.id().agreement().value();
        Instant day = seal.issuedOn().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        if (!issuer.isEntitled(Entitlement.ORIGIN_CERTIFICATE, agreement, day)) {
            findings.add(
                    CredentialCode.CREDENTIAL_ISSUER_NOT_ENTITLED,
                    "",
                    "the issuer is not known as a party to " + agreement);
        }
    }

    private void status(Seal seal, TrustedIssuer issuer, Instant now, Progress progress) {
        if (seal.status().isEmpty() || DidWeb.host(issuer.did()).isEmpty()) {
            progress.findings().add(StatusCode.STATUS_LIST_MISSING, "", "the seal names none");
            return;
        }
        for (StatusPurpose purpose : List.of(StatusPurpose.REVOCATION, StatusPurpose.SUSPENSION)) {
            String address = StatusAddress.of(
                    issuer.did(),
                    StatusAddress.ORIGIN,
                    purpose,
                    seal.status().get().list());
            StatusEntry entry = new StatusEntry(purpose, seal.status().get().index(), address);
            lists.check(entry, "", issuer, now, progress);
        }
    }
}
