package org.entente.certs.credential.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.certs.credential.verify.VerifyScene.ISSUED;
import static org.entente.certs.credential.verify.VerifyScene.NOW;
import static org.entente.certs.credential.verify.VerifyScene.codes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.key.Mutation;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AlteredCredentialTest {
    private final VerifyScene scene = new VerifyScene();
    private final CredentialVerifier verifier = scene.verifier();

    @ParameterizedTest
    @EnumSource(Securing.class)
    void refuses_a_credential_with_any_byte_changed(Securing securing) {
        byte[] issued = scene.issue(securing);
        List<String> passed = flipped(issued);

        assertThat(passed).isEmpty();
    }

    /** In a file with line breaks and indentation, some white space may change into other white space. */
    @Test
    void passes_over_nothing_but_white_space_between_tokens() {
        byte[] canonical = scene.issue(Securing.ECDSA_JCS_2019);
        JsonNode json = ((Checked.Accepted<JsonNode>) StrictJson.parse(canonical, canonical.length)).value();
        byte[] issued = json.toPrettyString().replace("  ", "\t").getBytes(UTF_8);

        assertThat(codes(verifier.verify(issued, NOW))).containsExactly("VALID");
        assertThat(flipped(issued)).allMatch("9 -> 13"::equals).isNotEmpty();
    }

    /** Which byte values could be changed into which others without being noticed. */
    private List<String> flipped(byte[] issued) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < issued.length; i++) {
            for (int bit : new int[] {1, 2 << i % 7}) {
                byte[] altered = issued.clone();
                altered[i] ^= (byte) bit;
                if (verifier.verify(altered, NOW) instanceof Verdict.Valid<OriginCredential>) {
                    passed.add(issued[i] + " -> " + altered[i]);
                }
            }
        }
        return passed;
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void refuses_a_credential_cut_short_anywhere(Securing securing) {
        byte[] issued = scene.issue(securing);
        for (int length = 0; length < issued.length; length++) {
            assertThat(verifier.verify(Arrays.copyOf(issued, length), NOW))
                    .as("%d of %d bytes", length, issued.length)
                    .isInstanceOf(Verdict.Invalid.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void survives_seeded_damage_without_an_exception(Securing securing) {
        byte[] issued = scene.issue(securing);
        Random random = new Random(20_261_123 + securing.wire().length());
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = Mutation.of(issued, random);
            Verdict<OriginCredential> verdict = verifier.verify(damaged, NOW);
            assertThat(codes(verdict)).doesNotContain("CREDENTIAL_CHECK_FAILED");
            if (verdict instanceof Verdict.Valid<OriginCredential>) {
                assertThat(content(damaged)).isEqualTo(content(issued));
            }
        }
    }

    /** White space between tokens is no content; of a vc+jwt every byte is. */
    private static Object content(byte[] bytes) {
        return StrictJson.parse(bytes, bytes.length) instanceof Checked.Accepted<JsonNode>(var json, var remarks)
                ? json
                : new String(bytes, UTF_8).strip();
    }

    @Test
    void refuses_more_bytes_than_any_credential_has() {
        byte[] most = new byte[SecuredCredential.MAX_BYTES];
        Arrays.fill(most, (byte) 'e');
        assertThat(codes(verifier.verify(most, NOW))).containsExactly("CREDENTIAL_FORM_UNKNOWN");
        assertThat(codes(verifier.verify(Arrays.copyOf(most, most.length + 1), NOW)))
                .containsExactly("CREDENTIAL_TOO_LARGE");
    }

    @Test
    void reads_an_envelope_in_json_around_a_vc_jwt() {
        String jwt = new String(scene.issue(Securing.VC_JWT), US_ASCII);
        String enveloped = "{\"@context\":\"https://www.w3.org/ns/credentials/v2\",\"id\":\"data:application/vc+jwt,"
                + jwt + "\",\"type\":\"EnvelopedVerifiableCredential\"}";
        assertThat(codes(verifier.verify(enveloped.getBytes(US_ASCII), NOW))).containsExactly("VALID");
        assertThat(codes(verifier.verify((jwt + "\n").getBytes(US_ASCII), NOW))).containsExactly("VALID");
        assertThat(codes(verifier.verify("[]".getBytes(US_ASCII), NOW))).containsExactly("CREDENTIAL_FORM_UNKNOWN");
        assertThat(codes(verifier.verify(new byte[0], NOW))).containsExactly("CREDENTIAL_FORM_UNKNOWN");
    }

    @Test
    void refuses_a_credential_secured_twice_or_not_at_all() {
        OriginCredential credential = scene.draw();
        byte[] bare = org.entente.model.json.CanonicalJson.bytes(credential.document());
        assertThat(codes(verifier.verify(bare, NOW))).containsExactly("CREDENTIAL_PROOF_MALFORMED");

        byte[] once = VerifyScene.signer().secure(credential.document(), Securing.ECDSA_JCS_2019, ISSUED);
        String text = new String(once, UTF_8);
        String proof = text.substring(text.indexOf("\"proof\":") + 8, text.indexOf("},\"relatedResource\"") + 1);
        String twice = text.replace(proof, "[" + proof + "," + proof + "]");
        assertThat(codes(verifier.verify(twice.getBytes(UTF_8), NOW))).containsExactly("CREDENTIAL_PROOF_MALFORMED");
        String alone = text.replace(proof, "[" + proof + "]");
        assertThat(codes(verifier.verify(alone.getBytes(UTF_8), NOW))).containsExactly("VALID");
    }
}
