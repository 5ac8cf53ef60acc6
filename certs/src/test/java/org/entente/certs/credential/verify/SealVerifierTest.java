package org.entente.certs.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.certs.credential.verify.VerifyScene.CERTIFICATE;
import static org.entente.certs.credential.verify.VerifyScene.DID;
import static org.entente.certs.credential.verify.VerifyScene.KEY;
import static org.entente.certs.credential.verify.VerifyScene.NOW;
import static org.entente.certs.credential.verify.VerifyScene.codes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verdict.Basis.Step;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedKey;
import org.junit.jupiter.api.Test;

class SealVerifierTest {
    private static final LocalDate LAST = CERTIFICATE.issuedAt().plusYears(1);

    private final VerifyScene scene = new VerifyScene();

    @Test
    void finds_a_seal_valid_with_its_lists_at_hand() {
        publish(StatusPurpose.REVOCATION, Set.of(6));
        publish(StatusPurpose.SUSPENSION, Set.of());

        Verdict<Seal> verdict = verify(seal(KEY), NOW);

        assertThat(codes(verdict)).containsExactly("VALID");
        assertThat(verdict.basis().key()).contains(DID + "#" + KEY.keyId());
        assertThat(verdict.basis().lists()).hasSize(2);
        assertThat(verdict.basis().passed()).contains(Step.PROOF, Step.STATUS).doesNotContain(Step.RULES);
        publish(StatusPurpose.REVOCATION, Set.of(7));
        assertThat(codes(verify(seal(KEY), NOW))).containsExactly("STATUS_REVOKED");
    }

    @Test
    void could_not_check_without_lists_or_trust() {
        assertThat(codes(verify(seal(KEY), NOW))).containsExactly("STATUS_LIST_MISSING");
        SealVerifier nobody = new SealVerifier(Trust.NOBODY, VerifyPolicy.STANDARD, StatusLists.NONE);
        Verdict<Seal> verdict = nobody.verify(seal(KEY), NOW);
        assertThat(verdict).isInstanceOf(Verdict.CouldNotCheck.class);
        assertThat(codes(verdict)).containsExactly("SEAL_KEY_UNKNOWN");
    }

    @Test
    void takes_no_seal_of_a_withdrawn_key_or_of_an_issuer_that_is_not_entitled() {
        publish(StatusPurpose.REVOCATION, Set.of());
        publish(StatusPurpose.SUSPENSION, Set.of());
        scene.entitlements.clear();
        assertThat(codes(verify(seal(KEY), NOW))).containsExactly("CREDENTIAL_ISSUER_NOT_ENTITLED");
        scene.keys.set(0, new TrustedKey(VerifyScene.trusted(KEY).key(), Optional.of(new Position(1, 0, 0))));
        assertThat(codes(verify(seal(KEY), NOW))).containsExactly("SEAL_KEY_UNKNOWN");
    }

    @Test
    void refuses_an_unknown_key_or_issuer_by_the_rule_for_credentials() {
        String forged = seal(SoftwareKey.generate());
        scene.asOf = NOW.minus(VerifyPolicy.STANDARD.longestList());
        Verdict<Seal> verdict = verify(forged, NOW);
        assertThat(verdict).isInstanceOf(Verdict.Invalid.class);
        assertThat(codes(verdict)).containsExactly("CREDENTIAL_KEY_UNKNOWN");
        Trust others = new Trust(Map.of(), Optional.of(new AsOf(NOW, Optional.empty())));
        assertThat(codes(new SealVerifier(others, VerifyPolicy.STANDARD, StatusLists.NONE).verify(forged, NOW)))
                .containsExactly("CREDENTIAL_ISSUER_UNKNOWN");
        assertThat(verify(forged, NOW.plusNanos(1))).isInstanceOf(Verdict.CouldNotCheck.class);
        assertThat(codes(verify(forged, NOW.plusNanos(1)))).containsExactly("SEAL_KEY_UNKNOWN");
    }

    @Test
    void an_unknown_key_may_be_newer_than_a_trust_that_does_not_reach_the_day_of_issue() {
        String forged = seal(SoftwareKey.generate());
        Instant begin =
                CERTIFICATE.issuedAt().atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
        scene.asOf = begin;
        assertThat(codes(verify(forged, begin))).containsExactly("CREDENTIAL_KEY_UNKNOWN");
        scene.asOf = begin.minusNanos(1);
        assertThat(codes(verify(forged, begin))).containsExactly("SEAL_KEY_UNKNOWN");
    }

    @Test
    void counts_days_until_they_are_over_everywhere() {
        Instant over = LAST.plusDays(1).atTime(12, 2).toInstant(ZoneOffset.UTC);
        scene.asOf = over;
        assertThat(codes(verify(seal(KEY), over))).containsExactly("STATUS_LIST_MISSING");
        assertThat(codes(verify(seal(KEY), over.plusMillis(1))))
                .containsExactly("CREDENTIAL_EXPIRED", "STATUS_LIST_MISSING");
        assertThat(codes(verify("ENT1:", NOW))).doesNotContain("VALID", "CREDENTIAL_CHECK_FAILED");
        assertThat(codes(verify("", NOW))).containsExactly("SEAL_PREFIX_WRONG");
    }

    private Verdict<Seal> verify(String text, Instant now) {
        return new SealVerifier(
                        scene.trust(),
                        VerifyPolicy.STANDARD,
                        address -> Optional.ofNullable(scene.published.get(address)))
                .verify(text, now);
    }

    private static String seal(SoftwareKey key) {
        return SealText.sign(
                Seal.of(CERTIFICATE, LAST, Digest.of(new byte[] {1}), Optional.of(new SealStatus(3, 7))), key);
    }

    private void publish(StatusPurpose purpose, Set<Integer> set) {
        CredentialSigner signer = VerifyScene.signer();
        Instant madeAt = NOW.minusSeconds(60);
        StatusList list = StatusList.of(
                StatusAddress.of(DID, StatusAddress.ORIGIN, purpose, 3),
                DID,
                purpose,
                StatusBits.of(StatusBits.MIN_ENTRIES, set),
                madeAt,
                Duration.ofHours(6),
                Duration.ofMinutes(5));
        scene.published.put(
                list.id(), new StatusLists.Copy(signer.secure(list.document(), Securing.VC_JWT, madeAt), madeAt));
    }
}
