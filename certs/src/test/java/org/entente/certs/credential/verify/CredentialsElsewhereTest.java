package org.entente.certs.credential.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.entente.certs.credential.did.DidDocument;
import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.did.Multikey;
import org.entente.certs.credential.document.OriginContext;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.interop.Elsewhere;
import org.entente.certs.key.EcdsaP256;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.VerificationKey;
import org.entente.model.trust.TrustedKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Implementations of others sign credentials that count here, and verify those that were signed here. */
class CredentialsElsewhereTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VerifyScene scene = new VerifyScene();

    @BeforeAll
    static void needs_software_of_others() {
        Elsewhere.isNeeded();
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void accepts_what_another_implementation_signed_with_a_key_of_its_own(Securing securing) {
        ObjectNode pair = Elsewhere.ask(request("generate", securing));
        byte[] spki = Multikey.parse(pair.path("publicKeyMultibase").asString()).orElseThrow();
        String keyId = EcdsaP256.keyId(spki);
        scene.keys.add(new TrustedKey(
                new VerificationKey(
                        keyId,
                        spki,
                        java.util.Set.of(KeyPurpose.CREDENTIAL),
                        VerifyScene.ISSUED.minusSeconds(3_600),
                        java.util.Optional.empty()),
                java.util.Optional.empty()));
        KeyAddress address = securing == Securing.VC_JWT
                ? KeyAddress.jwk(VerifyScene.DID, keyId)
                : KeyAddress.multikey(VerifyScene.DID, keyId);
        ObjectNode request = request("sign", securing)
                .put("address", address.toString())
                .put("controller", VerifyScene.DID)
                .put("created", VerifyScene.ISSUED.toString());
        request.set("pair", pair);
        request.set("document", scene.draw().document());

        JsonNode answer = Elsewhere.ask(request);

        JsonNode secured = answer.path("secured");
        assertThat(secured.isMissingNode()).as(answer.toString()).isFalse();
        String text = secured.isString() ? secured.asString() : secured.toString();
        assertThat(codes(text)).containsExactly("VALID");
        assertThat(codes(altered(securing, text))).containsExactly("CREDENTIAL_SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void another_implementation_accepts_what_was_signed_here_and_nothing_altered(Securing securing) {
        String text = VerifyScene.text(scene.issue(securing));

        JsonNode answer = verifiedElsewhere(securing, text);
        assertThat(answer.path("verified").booleanValue()).as(answer.toString()).isTrue();
        if (securing == Securing.VC_JWT) {
            assertThat(answer.path("header").path("typ").asString()).isEqualTo("vc+jwt");
            assertThat(answer.path("document").path("type").path(1).asString())
                    .isEqualTo("OriginCertificateCredential");
        }
        answer = verifiedElsewhere(securing, altered(securing, text));
        assertThat(answer.path("verified").booleanValue()).as(answer.toString()).isFalse();
    }

    private java.util.List<String> codes(String text) {
        return VerifyScene.codes(scene.verifier().verify(text.getBytes(UTF_8), VerifyScene.NOW));
    }

    /** Another number of packages. */
    private static String altered(Securing securing, String text) {
        if (securing != Securing.VC_JWT) {
            assertThat(text).contains("\"count\":300");
            return text.replace("\"count\":300", "\"count\":301");
        }
        String[] parts = text.split("\\.", -1);
        String payload = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        byte[] changed = payload.replace("\"count\":300", "\"count\":301").getBytes(UTF_8);
        return parts[0] + "."
                + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + "." + parts[2];
    }

    private JsonNode verifiedElsewhere(Securing securing, String text) {
        ObjectNode request = request("verify", securing);
        if (securing == Securing.VC_JWT) {
            request.put("secured", text);
        } else {
            request.set("secured", JSON.readTree(text));
        }
        return Elsewhere.ask(request);
    }

    /** With what an issuer serves: its DID document and its context. */
    private ObjectNode request(String command, Securing securing) {
        ObjectNode request = Elsewhere.request(command).put("form", securing.wire());
        ObjectNode documents = request.putObject("documents");
        documents.set(VerifyScene.DID, JSON.readTree(DidDocument.bytes(scene.issuer())));
        documents.set(DidWeb.address(VerifyScene.DID, OriginContext.PATH), JSON.readTree(OriginContext.bytes()));
        return request;
    }
}
