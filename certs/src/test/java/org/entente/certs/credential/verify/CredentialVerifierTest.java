package org.entente.certs.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.certs.credential.verify.VerifyScene.CERTIFICATE;
import static org.entente.certs.credential.verify.VerifyScene.DID;
import static org.entente.certs.credential.verify.VerifyScene.ED_KEY;
import static org.entente.certs.credential.verify.VerifyScene.HERE;
import static org.entente.certs.credential.verify.VerifyScene.ID;
import static org.entente.certs.credential.verify.VerifyScene.ISSUED;
import static org.entente.certs.credential.verify.VerifyScene.KEY;
import static org.entente.certs.credential.verify.VerifyScene.NOW;
import static org.entente.certs.credential.verify.VerifyScene.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.VerificationKey;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;
import org.entente.model.trust.TrustedMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialVerifierTest {
    private final VerifyScene scene = new VerifyScene();

    @ParameterizedTest
    @EnumSource(Securing.class)
    void finds_a_credential_valid_and_says_on_what_that_rests(Securing securing) {
        OriginCredential issued = scene.draw();
        byte[] bytes = VerifyScene.signer().secure(issued.document(), securing, ISSUED);

        Verdict<OriginCredential> verdict = scene.verifier().verify(bytes, NOW);

        assertThat(codes(verdict)).containsExactly("VALID");
        Verdict.Valid<OriginCredential> valid = (Verdict.Valid<OriginCredential>) verdict;
        assertThat(valid.value()).isEqualTo(issued);
        assertThat(valid.value().certificate()).isEqualTo(CERTIFICATE);
        Basis basis = valid.basis();
        assertThat(basis.passed()).containsExactly(Basis.Step.values());
        assertThat(basis.securing()).contains(securing.wire());
        assertThat(basis.issuer()).contains(ID);
        assertThat(basis.signedAt()).contains(ISSUED);
        assertThat(basis.lists()).hasSize(2);
        assertThat(basis.trust()).contains(new AsOf(NOW.minusSeconds(60), Optional.of(HERE)));
        assertThat(basis.newestInformation()).contains(NOW.minusSeconds(60));
    }

    @Test
    void trusts_nobody_without_trust() {
        byte[] bytes = scene.issue(Securing.VC_JWT);

        Verdict<OriginCredential> verdict =
                scene.verifier(Trust.NOBODY, Anchors.NONE).verify(bytes, NOW);
        assertThat(verdict).isInstanceOf(Verdict.CouldNotCheck.class);
        assertThat(codes(verdict)).containsExactly("CREDENTIAL_ISSUER_NOT_KNOWN_YET");
    }

    @Test
    void refuses_an_unknown_issuer_if_the_trust_is_as_new_as_the_signature_and_of_late() {
        byte[] bytes = scene.issue(Securing.VC_JWT);
        Instant day = ISSUED.plus(VerifyPolicy.STANDARD.longestList());
        for (long seconds : List.of(-1L, 0L)) {
            Trust trust = new Trust(Map.of(), Optional.of(new AsOf(ISSUED.plusSeconds(seconds), Optional.empty())));
            CredentialVerifier verifier = scene.verifier(trust, Anchors.NONE);
            assertThat(codes(verifier.verify(bytes, day.plusSeconds(seconds))))
                    .containsExactly(seconds < 0 ? "CREDENTIAL_ISSUER_NOT_KNOWN_YET" : "CREDENTIAL_ISSUER_UNKNOWN");
            undecided(verifier.verify(bytes, day.plusSeconds(seconds).plusNanos(1)), "CREDENTIAL_ISSUER_NOT_KNOWN_YET");
        }
    }

    @Test
    void refuses_an_unknown_key_of_a_known_issuer_only_if_the_trust_is_of_late() {
        CredentialSigner forger = new CredentialSigner(DID, SoftwareKey.generate(), Optional.empty());
        byte[] bytes = forger.secure(scene.draw().document(), Securing.VC_JWT, ISSUED);
        scene.asOf = NOW.minus(VerifyPolicy.STANDARD.longestList());
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("CREDENTIAL_KEY_UNKNOWN");
        scene.asOf = scene.asOf.minusNanos(1);
        undecided(bytes, "CREDENTIAL_KEY_NOT_KNOWN_YET");
    }

    @Test
    void refuses_a_self_signed_credential_that_names_a_trusted_issuer() {
        SoftwareKey other = SoftwareKey.generate();
        CredentialSigner forger = new CredentialSigner(DID, other, Optional.empty());
        byte[] bytes = forger.secure(scene.draw().document(), Securing.VC_JWT, ISSUED);
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("CREDENTIAL_KEY_UNKNOWN");

        CredentialSigner elsewhere = new CredentialSigner("did:web:other.example", other, Optional.empty());
        bytes = elsewhere.secure(scene.draw().document(), Securing.ECDSA_JCS_2019, ISSUED);
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("CREDENTIAL_KEY_FOREIGN");
    }

    @Test
    void refuses_an_issuer_that_is_not_entitled() {
        byte[] bytes = scene.issue(Securing.VC_JWT);
        TrustedIssuer issuer = scene.issuer();
        scene.entitlements.clear();
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("CREDENTIAL_ISSUER_NOT_ENTITLED");

        Trust anotherCountry = new Trust(
                Map.of(VerifyScene.SG, new TrustedMember(Set.of(), List.of(), Optional.of(issuer))),
                Optional.of(new AsOf(NOW, Optional.empty())));
        assertThat(codes(scene.verifier(anotherCountry, Anchors.NONE).verify(bytes, NOW)))
                .containsExactly("CREDENTIAL_ISSUER_NOT_ENTITLED");
    }

    @Test
    void a_list_of_a_withdrawn_key_proves_nothing() {
        byte[] bytes = scene.issue(Securing.VC_JWT);
        SoftwareKey withdrawn = SoftwareKey.generate();
        VerificationKey key = VerifyScene.trusted(withdrawn).key();
        scene.keys.add(new TrustedKey(key, Optional.of(new Position(1, 0, 0))));
        CredentialSigner thief = new CredentialSigner(DID, withdrawn, Optional.empty());
        scene.publish(StatusPurpose.REVOCATION, NOW.minusSeconds(60), Set.of(), thief);
        undecided(bytes, "CREDENTIAL_STATUS_UNPROVEN");
    }

    @Test
    void allows_two_minutes_of_skew_on_both_sides_of_the_validity() {
        byte[] bytes = scene.issue(Securing.ECDSA_JCS_2019);
        Instant end = scene.draw().validUntil();
        Duration skew = VerifyPolicy.STANDARD.skew();

        scene.asOf = ISSUED;
        Instant early = ISSUED.minus(skew);
        republish(early.minusSeconds(60));
        assertThat(codes(scene.verifier().verify(bytes, early))).containsExactly("VALID");
        assertThat(codes(scene.verifier().verify(bytes, early.minusMillis(1))))
                .containsExactly("CREDENTIAL_SIGNED_IN_FUTURE", "CREDENTIAL_NOT_YET_VALID");
        scene.asOf = end;
        Instant late = end.plus(skew);
        republish(late.minusSeconds(60));
        assertThat(codes(scene.verifier().verify(bytes, late))).containsExactly("VALID");
        assertThat(codes(scene.verifier().verify(bytes, late.plusMillis(1)))).containsExactly("CREDENTIAL_EXPIRED");
    }

    private void republish(Instant madeAt) {
        for (StatusPurpose purpose : StatusPurpose.values()) {
            scene.publish(purpose, madeAt, Set.of());
        }
    }

    @Test
    void refuses_what_is_revoked_or_suspended_and_nothing_beside_it() {
        byte[] bytes = scene.issue(Securing.EDDSA_JCS_2022);
        scene.publish(StatusPurpose.REVOCATION, NOW.minusSeconds(60), Set.of(4_710, 4_712));
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("VALID");
        scene.publish(StatusPurpose.SUSPENSION, NOW.minusSeconds(60), Set.of(4_712));
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("STATUS_SUSPENDED");
        scene.publish(StatusPurpose.REVOCATION, NOW.minusSeconds(60), Set.of(4_711));
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("STATUS_REVOKED", "STATUS_SUSPENDED");
    }

    @Test
    void could_not_check_without_a_list_that_is_fresh_and_proven() {
        byte[] bytes = scene.issue(Securing.VC_JWT);
        scene.publish(StatusPurpose.SUSPENSION, NOW.minus(Duration.ofHours(7)), Set.of());
        undecided(bytes, "STATUS_LIST_STALE");
        CredentialSigner forger = new CredentialSigner(DID, SoftwareKey.generate(), Optional.empty());
        scene.publish(StatusPurpose.SUSPENSION, NOW.minusSeconds(60), Set.of(4_712), forger);
        undecided(bytes, "CREDENTIAL_STATUS_UNPROVEN");
        scene.published.remove(VerifyScene.listAddress(StatusPurpose.SUSPENSION));
        undecided(bytes, "STATUS_LIST_MISSING");
    }

    private void undecided(byte[] bytes, String code) {
        undecided(scene.verifier().verify(bytes, NOW), code);
    }

    private static void undecided(Verdict<OriginCredential> verdict, String code) {
        assertThat(verdict).isInstanceOf(Verdict.CouldNotCheck.class);
        assertThat(codes(verdict)).containsExactly(code);
    }

    @Test
    void believes_a_withdrawn_key_only_where_the_ledger_shows_the_credential_before() {
        OriginCredential credential = scene.draw();
        byte[] bytes = VerifyScene.signer().secure(credential.document(), Securing.VC_JWT, ISSUED);
        Digest digest = Digest.of(org.entente.model.json.CanonicalJson.bytes(credential.document()));
        Position withdrawn = new Position(50, 1, 0);
        scene.keys.set(0, new TrustedKey(VerifyScene.trusted(KEY).key(), Optional.of(withdrawn)));
        republishSigned();

        undecided(bytes, "CREDENTIAL_KEY_WITHDRAWN");
        for (Position at : List.of(new Position(50, 0, 9), withdrawn)) {
            Anchors anchors = asked -> asked.equals(digest) ? Optional.of(at) : Optional.empty();
            Verdict<OriginCredential> verdict =
                    scene.verifier(scene.trust(), anchors).verify(bytes, NOW);
            assertThat(codes(verdict)).containsExactly(at.equals(withdrawn) ? "CREDENTIAL_KEY_WITHDRAWN" : "VALID");
            assertThat(verdict.basis().anchoredAt()).contains(at);
        }
    }

    /** The lists under a key that still counts. */
    private void republishSigned() {
        SoftwareKey next = SoftwareKey.generate();
        scene.keys.add(VerifyScene.trusted(next));
        CredentialSigner signer = new CredentialSigner(DID, next, Optional.of(ED_KEY));
        for (StatusPurpose purpose : StatusPurpose.values()) {
            scene.publish(purpose, NOW.minusSeconds(60), Set.of(), signer);
        }
    }

    @Test
    void judges_a_key_by_its_validity_when_the_credential_was_signed() {
        byte[] bytes = scene.issue(Securing.ECDSA_JCS_2019);
        republishSigned();
        keyValid(ISSUED, Optional.of(ISSUED.plusSeconds(1)));
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("VALID");
        keyValid(ISSUED.minusSeconds(9), Optional.of(ISSUED));
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("CREDENTIAL_KEY_NOT_VALID_THEN");
        keyValid(ISSUED.plusSeconds(1), Optional.empty());
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("CREDENTIAL_KEY_NOT_VALID_THEN");
    }

    private void keyValid(Instant from, Optional<Instant> until) {
        scene.keys.set(0, new TrustedKey(VerifyScene.published(KEY, from, until), Optional.empty()));
    }

    @Test
    void could_not_check_with_a_trust_that_is_too_old() {
        byte[] bytes = scene.issue(Securing.VC_JWT);
        scene.asOf = NOW.minus(VerifyPolicy.STANDARD.longestTrust());
        assertThat(codes(scene.verifier().verify(bytes, NOW))).containsExactly("VALID");
        scene.asOf = scene.asOf.minusMillis(1);
        undecided(bytes, "CREDENTIAL_TRUST_STALE");
    }
}
