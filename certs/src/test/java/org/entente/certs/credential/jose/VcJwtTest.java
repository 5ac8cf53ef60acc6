package org.entente.certs.credential.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class VcJwtTest {
    private static final SoftwareKey KEY = SoftwareKey.generate();
    private static final KeyAddress ADDRESS = KeyAddress.jwk("did:web:customs.example.id", KEY.keyId());
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"did:web:x.example#k\",\"typ\":\"vc+jwt\"}";
    private static final String PAYLOAD = "{\"issuer\":\"did:web:x.example\"}";
    private static final byte[] SIGNATURE = new byte[64];

    @Test
    void reads_what_it_signed() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("issuer", "did:web:customs.example.id");
        SecuredCredential read = accepted(VcJwt.sign(document, KEY, ADDRESS, NOW.plusNanos(5)));

        assertThat(read.document()).isEqualTo(document);
        assertThat(read.signedAt()).contains(NOW);
        assertThat(read.key()).isEqualTo(ADDRESS);
        assertThat(read.isSignedBy(KEY.publicKeySpki())).isTrue();
        assertThat(read.isSignedBy(SoftwareKey.generate().publicKeySpki())).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VcJwt.sign(document, SoftwareKey.generate(KeyAlgorithm.ED25519), ADDRESS, NOW));
    }

    /** RFC 7515 appendix A.3: the standard's own ES256 signature, which has the higher s half of the time elsewhere. */
    @Test
    void verifies_the_signature_of_rfc_7515() {
        byte[] x = Base64.getUrlDecoder().decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
        byte[] y = Base64.getUrlDecoder().decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        byte[] point = Arrays.copyOf(x, 64);
        System.arraycopy(y, 0, point, 32, 32);
        String signed = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNv"
                + "bS9pc19yb290Ijp0cnVlfQ";
        byte[] signature = Base64.getUrlDecoder()
                .decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        SecuredCredential credential = new SecuredCredential(
                org.entente.certs.credential.proof.Securing.VC_JWT,
                JsonNodeFactory.instance.objectNode(),
                java.util.Optional.empty(),
                ADDRESS,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                signed.getBytes(UTF_8),
                signature);
        assertThat(credential.isSignedBy(KeyAlgorithm.P256.spki(point))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ES256 | none | CREDENTIAL_SECURING_UNKNOWN",
                "ES256 | HS256 | CREDENTIAL_SECURING_UNKNOWN",
                "ES256 | EdDSA | CREDENTIAL_SECURING_UNKNOWN",
                "ES256 | es256 | CREDENTIAL_SECURING_UNKNOWN",
                "vc+jwt | JWT | CREDENTIAL_HEADER_INVALID",
                "vc+jwt | vp+jwt | CREDENTIAL_HEADER_INVALID",
                "\"typ\":\"vc+jwt\" | \"cty\":\"vc\" | JSON_MEMBER_MISSING",
                "{\"alg | {\"cty\":\"vp\",\"alg | CREDENTIAL_HEADER_INVALID",
                "{\"alg | {\"crit\":[\"x\"],\"alg | CREDENTIAL_HEADER_INVALID",
                "{\"alg | {\"b64\":false,\"alg | CREDENTIAL_HEADER_INVALID",
                "{\"alg | {\"alg\":\"none\",\"alg | JSON_DUPLICATE_NAME",
                "{\"alg | {\"iat\":1.5,\"alg | JSON_NUMBER_NOT_INTEGER",
                "{\"alg | {\"iat\":-1,\"alg | JSON_VALUE_INVALID",
                "{\"alg | {\"iss\":\"did:web:y.example\",\"alg | CREDENTIAL_PROOF_MALFORMED",
                "did:web:x.example#k | https://x.example/#k | JSON_VALUE_INVALID",
                "did:web:x.example#k | did:web:x.example | JSON_VALUE_INVALID",
                "did:web:x.example#k | did:web:x.example#k#k | JSON_VALUE_INVALID",
            })
    void refuses_other_headers(String part, String replacement, String code) {
        assertThat(HEADER).contains(part);
        assertThat(codes(jwt(HEADER.replace(part, replacement), PAYLOAD))).contains(code);
    }

    @Test
    void takes_the_claims_of_a_jwt_out_of_the_payload() {
        accepted(jwt(HEADER, PAYLOAD));
        SecuredCredential read = accepted(
                jwt(
                        HEADER,
                        "{\"exp\":1777896001,\"iat\":1777896000,\"iss\":\"did:web:x.example\",\"issuer\":{\"id\":\"did:web:x.example\"}}"));
        assertThat(read.signedAt()).contains(Instant.ofEpochSecond(1_777_896_000));
        assertThat(read.signatureUntil()).contains(Instant.ofEpochSecond(1_777_896_001));
        assertThat(read.document().propertyNames()).containsExactly("issuer");
        assertThat(codes(jwt(HEADER.replace("{\"alg", "{\"iat\":1,\"alg"), "{\"iat\":2,\"issuer\":\"x\"}")))
                .containsExactly("CREDENTIAL_PROOF_MALFORMED");
    }

    @Test
    void refuses_every_other_spelling_of_base64url() {
        String good = jwt(HEADER, PAYLOAD);
        accepted(good);
        String[] parts = good.split("\\.", -1);
        assertThat(codes(good + "=")).containsExactly("CREDENTIAL_ENCODING_INVALID");
        assertThat(codes(good.substring(0, good.length() - 1) + "B")).containsExactly("CREDENTIAL_ENCODING_INVALID");
        assertThat(codes(good.replace(parts[2], parts[2].replaceFirst("A", "+"))))
                .containsExactly("CREDENTIAL_ENCODING_INVALID");
        assertThat(codes(parts[0] + ".\n" + parts[1] + "." + parts[2])).containsExactly("CREDENTIAL_ENCODING_INVALID");
        assertThat(codes(parts[0] + "." + parts[1])).containsExactly("CREDENTIAL_FORM_UNKNOWN");
        assertThat(codes(good + ".")).containsExactly("CREDENTIAL_FORM_UNKNOWN");
        assertThat(codes(jwt(HEADER, "[]"))).containsExactly("CREDENTIAL_FORM_UNKNOWN");
    }

    private static String jwt(String header, String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(UTF_8)) + "." + encoder.encodeToString(payload.getBytes(UTF_8))
                + "." + encoder.encodeToString(SIGNATURE);
    }

    private static SecuredCredential accepted(String jwt) {
        return ((Checked.Accepted<SecuredCredential>) VcJwt.read(jwt)).value();
    }

    private static List<String> codes(String jwt) {
        return VcJwt.read(jwt) instanceof Checked.Rejected<SecuredCredential>(var findings)
                ? findings.stream().map(each -> each.code().name()).toList()
                : List.of();
    }
}
