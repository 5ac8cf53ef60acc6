package org.entente.certs.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.certs.credential.verify.VerifyScene.DID;
import static org.entente.certs.credential.verify.VerifyScene.KEY;
import static org.entente.certs.credential.verify.VerifyScene.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.model.ledger.Position;
import org.entente.model.trust.TrustedKey;
import org.junit.jupiter.api.Test;

/** A list is proven once for all checks, and again whenever something changed on which the proof rests. */
class ProvenListsTest {
    private static final Duration SKEW = VerifyPolicy.STANDARD.skew();

    private final VerifyScene scene = new VerifyScene();
    private final ProvenLists proven = new ProvenLists();
    private int proofs;

    private ListProof.Outcome look(byte[] secured, Optional<Instant> signatureUntil, Instant now) {
        StatusLists.Copy copy = new StatusLists.Copy(secured, now);
        return proven.list(copy, scene.issuer(), now, SKEW, () -> {
            proofs++;
            return switch (ListProof.prove(secured, scene.trust(), VerifyPolicy.STANDARD, scene.issuer(), now)) {
                case ListProof.Proven(var list, var until) -> new ListProof.Proven(list, signatureUntil);
                case ListProof.Doubted doubted -> doubted;
            };
        });
    }

    private static byte[] secured(int set) {
        StatusList list = StatusList.of(
                VerifyScene.listAddress(StatusPurpose.REVOCATION),
                DID,
                StatusPurpose.REVOCATION,
                StatusBits.of(StatusBits.MIN_ENTRIES, Set.of(set)),
                NOW.minusSeconds(60),
                Duration.ofHours(6),
                Duration.ofMinutes(5));
        return new CredentialSigner(DID, KEY, Optional.empty())
                .secure(list.document(), Securing.VC_JWT, NOW.minusSeconds(60));
    }

    @Test
    void the_same_bytes_are_proven_once_by_whatever_trust_that_has_the_same_keys() {
        byte[] list = secured(1);
        for (int i = 0; i < 3; i++) {
            scene.asOf = scene.asOf.plusSeconds(1);
            assertThat(look(list.clone(), Optional.empty(), NOW.plusSeconds(i))).isInstanceOf(ListProof.Proven.class);
        }
        assertThat(proofs).isEqualTo(1);
        look(secured(2), Optional.empty(), NOW);
        assertThat(proofs).isEqualTo(2);
    }

    @Test
    void a_key_that_was_withdrawn_since_proves_nothing_any_more_and_no_doubt_is_remembered() {
        byte[] list = secured(1);
        look(list, Optional.empty(), NOW);
        TrustedKey good = scene.keys.getFirst();
        scene.keys.set(0, new TrustedKey(good.key(), Optional.of(new Position(1, 0, 0))));
        for (int i = 0; i < 2; i++) {
            assertThat(look(list, Optional.empty(), NOW)).isInstanceOf(ListProof.Doubted.class);
        }
        assertThat(proofs).isEqualTo(3);
        scene.keys.set(0, good);
        assertThat(look(list, Optional.empty(), NOW)).isInstanceOf(ListProof.Proven.class);
        assertThat(proofs).isEqualTo(3);
    }

    @Test
    void a_signature_that_has_ended_is_looked_at_again() {
        byte[] list = secured(1);
        Optional<Instant> end = Optional.of(NOW.plusSeconds(10));
        for (Instant now : List.of(NOW, NOW.plusSeconds(10).plus(SKEW))) {
            look(list, end, now);
            assertThat(proofs).isEqualTo(1);
        }
        look(list, end, NOW.plusSeconds(10).plus(SKEW).plusNanos(1));
        assertThat(proofs).isEqualTo(2);
    }

    @Test
    void verifiers_that_share_it_ask_for_no_second_proof() {
        byte[] credential = scene.issue(Securing.VC_JWT);
        for (int i = 0; i < 2; i++) {
            assertThat(VerifyScene.codes(new CredentialVerifier(
                                    scene.trust(),
                                    VerifyScene.RULES,
                                    VerifyPolicy.STANDARD,
                                    address -> Optional.ofNullable(scene.published.get(address)),
                                    proven,
                                    Anchors.NONE)
                            .verify(credential, NOW)))
                    .containsExactly("VALID");
        }
        scene.published.values().forEach(copy -> look(copy.secured(), Optional.empty(), NOW));
        assertThat(proofs).isZero();
    }
}
