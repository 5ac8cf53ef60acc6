package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.Role;
import org.entente.api.certificate.CertificateName;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.verify.Opening;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.entente.model.origin.certificate.CertificateId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** China's officers, and anybody, check what Australia issued. */
class VerificationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "verify-exporter", "verify-issuer");
    private static final String CHECK = "/v1/verifications";

    @BeforeAll
    static void accounts() {
        AU.account("verify-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("verify-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        CN.account("verify-officer", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
        CN.account("verify-trader", CN.organisation("Trader"), Role.EXPORTER);
    }

    private static Answer download(String name, String what) {
        return AU.get("verify-exporter", "/v1/certificates/" + name + "/" + what)
                .expect(200);
    }

    /** As soon as China's own fold has it. */
    private static String arrived() {
        String name = ISSUANCE.issued();
        CertificateId id = CertificateName.read(name);
        Until.holds(() -> CN.get("verify-officer", "/v1/inbox/" + name), answer -> answer.status() == 200);
        assertThat(id.issuer().value()).isEqualTo("AU");
        return name;
    }

    private static Answer check(String member, String value) {
        ObjectNode body = JSON.createObjectNode().put(member, value);
        return CN.send(CN.post("verify-officer", CHECK, body.toString())).expect(200);
    }

    private static Answer checkPublicly(String body) {
        return CN.send(HttpRequest.newBuilder(CN.at("/v1/public/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<String> reasons(Answer answer) {
        return answer.json()
                .at("/reasons")
                .valueStream()
                .map(reason -> reason.at("/code").asString())
                .toList();
    }

    @Test
    void an_officer_abroad_finds_a_credential_valid_with_its_own_copy_beside_it() {
        String name = arrived();
        Answer jwt = check("credential", download(name, "credential").text());
        assertThat(jwt.text("/outcome")).as(jwt.text()).isEqualTo("VALID");
        assertThat(jwt.text("/facts/id")).isEqualTo(name);
        assertThat(jwt.text("/facts/issuer")).isEqualTo("AU");
        assertThat(jwt.text("/copy/balances/0/left")).isEqualTo("100");
        assertThat(jwt.json().at("/equalsCopy").asBoolean()).isTrue();
        assertThat(jwt.json().at("/evidence/statedAt/block").asLong()).isPositive();
        assertThat(jwt.text("/evidence/securing")).isEqualTo("vc+jwt");
        assertThat(jwt.text("/remarks/0/code"))
                .as("kept, though valid by the ledger alone")
                .startsWith("ORIGIN_");
        assertThat(Instant.parse(jwt.text("/newestInformation"))).isBeforeOrEqualTo(Instant.now());
        Answer json = CN.send(CN.post(
                        "verify-officer",
                        CHECK,
                        "{\"credential\":"
                                + download(name, "credential?securing=ecdsa-jcs-2019")
                                        .text() + "}"))
                .expect(200);
        assertThat(json.text("/outcome")).as(json.text()).isEqualTo("VALID");
        assertThat(json.text("/evidence/contentDigest")).isEqualTo(jwt.text("/evidence/contentDigest"));
    }

    @Test
    void a_seal_and_a_number_are_checked_against_the_own_ledger() {
        String name = arrived();
        Answer seal = check("text", download(name, "seal").text("/seal"));
        assertThat(seal.text("/outcome")).as(seal.text()).isEqualTo("VALID");
        assertThat(seal.json().at("/equalsCopy").asBoolean()).isTrue();
        CertificateId id = CertificateName.read(name);
        Answer number = CN.send(
                        CN.post("verify-officer", CHECK, number(id.referenceNo().value())))
                .expect(200);
        assertThat(number.text("/outcome")).as(number.text()).isEqualTo("VALID");
        Answer unknown =
                CN.send(CN.post("verify-officer", CHECK, number("NO-SUCH-1"))).expect(200);
        assertThat(unknown.text("/outcome")).isEqualTo("INVALID");
        assertThat(reasons(unknown)).containsExactly("VERIFICATION_NUMBER_UNKNOWN");
    }

    private static String number(String referenceNo) {
        return "{\"number\":{\"issuer\":\"AU\",\"agreement\":\"CHAFTA\",\"referenceNo\":\"" + referenceNo + "\"}}";
    }

    @Test
    void a_paper_and_a_picture_of_its_code_are_read_by_what_they_hold() {
        String name = arrived();
        for (String what : List.of("paper", "qr/seal.png", "credential")) {
            Answer checked = upload(download(name, what).response().body());
            assertThat(checked.expect(200).text("/outcome"))
                    .as(what + checked.text())
                    .isEqualTo("VALID");
            assertThat(checked.text("/facts/id")).isEqualTo(name);
        }
        assertThat(download(name, "qr/link.svg").text()).startsWith("<svg");
        assertThat(reasons(upload("nothing".getBytes(StandardCharsets.UTF_8)).expect(200)))
                .containsExactly("CREDENTIAL_FORM_UNKNOWN");
        upload(new byte[(10 << 20) + 1]).problem(413, "REQUEST_TOO_LARGE");
        CN.send(CN.post("verify-officer", CHECK + "/file", "{}")).problem(415, "REQUEST_TYPE_UNSUPPORTED");
    }

    private static Answer upload(byte[] file) {
        return CN.send(CN.as("verify-officer", CHECK + "/file")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    @Test
    void an_altered_credential_is_invalid_and_shows_nothing_as_fact() {
        String jwt = download(arrived(), "credential").text();
        int at = jwt.lastIndexOf('.') + 10;
        String altered = jwt.substring(0, at) + (jwt.charAt(at) == 'A' ? 'B' : 'A') + jwt.substring(at + 1);
        Answer checked = check("credential", altered);
        assertThat(checked.text("/outcome")).isEqualTo("INVALID");
        assertThat(reasons(checked)).containsExactly("CREDENTIAL_SIGNATURE_INVALID");
        assertThat(checked.json().has("facts")).isFalse();
    }

    @Test
    void a_cancelled_certificate_is_invalid_by_the_ledger_alone() {
        String name = arrived();
        String jwt = download(name, "credential").text();
        String seal = download(name, "seal").text("/seal");
        AU.send(AU.post("verify-issuer", "/v1/certificates/" + name + "/cancellation", "{}"))
                .expect(202);
        Answer cancelled = Until.holds(
                () -> check("credential", jwt),
                answer -> !answer.text("/outcome").equals("VALID"));
        assertThat(cancelled.text("/outcome")).as(cancelled.text()).isEqualTo("INVALID");
        assertThat(reasons(cancelled)).containsExactly("STATUS_REVOKED");
        assertThat(reasons(check("text", seal))).containsExactly("STATUS_REVOKED");
    }

    private static String signed(ObjectNode document, String did, SoftwareKey key) {
        return new String(
                new CredentialSigner(did, key, Optional.empty())
                        .secure(document, Securing.VC_JWT, Instant.now().minusSeconds(30)),
                StandardCharsets.US_ASCII);
    }

    private static ObjectNode document(String name) {
        byte[] jwt = download(name, "credential").response().body();
        return ((Checked.Accepted<SecuredCredential>) Opening.read(jwt)).value().document();
    }

    private static Seal claimed(String text) {
        return ((SealOutcome.Undecided) SealText.verify(text, (issuer, keyId) -> Optional.empty())).claimed();
    }

    @Test
    void a_key_and_an_issuer_that_the_ledger_does_not_name_are_unknown() {
        ObjectNode document = document(arrived());
        SoftwareKey stranger = SoftwareKey.generate();
        Answer key = check("credential", signed(document, "did:web:au.example", stranger));
        assertThat(key.text("/outcome")).isNotEqualTo("VALID");
        assertThat(reasons(key)).containsAnyOf("CREDENTIAL_KEY_UNKNOWN", "CREDENTIAL_KEY_NOT_KNOWN_YET");
        String seal = download(arrived(), "seal").text("/seal");
        Answer forged = check("text", SealText.sign(claimed(seal), stranger));
        assertThat(forged.text("/outcome")).isEqualTo("INVALID");
        assertThat(reasons(forged)).containsExactly("CREDENTIAL_KEY_UNKNOWN");
        String elsewhere = document.toString().replace("au.example", "nowhere.example");
        Answer issuer =
                check("credential", signed((ObjectNode) JSON.readTree(elsewhere), "did:web:nowhere.example", stranger));
        assertThat(issuer.text("/outcome")).isNotEqualTo("VALID");
        assertThat(reasons(issuer)).containsAnyOf("CREDENTIAL_ISSUER_UNKNOWN", "CREDENTIAL_ISSUER_NOT_KNOWN_YET");
    }

    @Test
    void what_the_issuer_signed_and_never_stated_could_not_be_checked_and_another_content_is_invalid() {
        String name = arrived();
        SoftwareKey key = Stage.shared().credentialKey("AU").key();
        String number = CertificateName.read(name).referenceNo().value();
        ObjectNode document = document(name);
        Answer unstated =
                check("credential", signed(replaced(document, number, number + "-X"), "did:web:au.example", key));
        assertThat(unstated.text("/outcome")).as(unstated.text()).isEqualTo("COULD_NOT_CHECK");
        assertThat(reasons(unstated)).contains("VERIFICATION_STATEMENT_MISSING");
        Answer other = check(
                "credential", signed(replaced(document, "Sample Growers", "Other Growers"), "did:web:au.example", key));
        assertThat(other.text("/outcome")).as(other.text()).isEqualTo("INVALID");
        assertThat(reasons(other)).containsExactly("CREDENTIAL_DIFFERS");
    }

    private static ObjectNode replaced(ObjectNode document, String from, String to) {
        return (ObjectNode) JSON.readTree(document.toString().replace(from, to));
    }

    @Test
    void china_is_not_entitled_to_certify_australian_goods() {
        ObjectNode document = replaced(document(arrived()), "au.example", "cn.example");
        Answer checked = check(
                "credential",
                signed(
                        document,
                        "did:web:cn.example",
                        Stage.shared().credentialKey("CN").key()));
        assertThat(checked.text("/outcome")).isEqualTo("INVALID");
        assertThat(reasons(checked)).contains("CREDENTIAL_ISSUER_NOT_ENTITLED");
    }

    @Test
    void anybody_learns_whether_a_certificate_stands_and_nothing_of_trade() {
        String name = arrived();
        String jwt = download(name, "credential").text();
        Answer checked = checkPublicly("{\"credential\":\"" + jwt + "\"}").expect(200);
        assertThat(checked.text("/outcome")).isEqualTo("VALID");
        assertThat(checked.text("/issuer")).isEqualTo("AU");
        assertThat(checked.text()).doesNotContain("barley", "Sample Grain", "balances", "TEST-AU-");
        checkPublicly(number(CertificateName.read(name).referenceNo().value())).problem(400, "REQUEST_BODY_INVALID");
        Answer guessed = checkPublicly("{\"text\":\"https://au.example/c/AAAAAAAAAAAAAAAAAAAAAA#" + "A".repeat(43) + "."
                        + "A".repeat(43) + "\"}")
                .expect(200);
        assertThat(guessed.text("/outcome")).isEqualTo("COULD_NOT_CHECK");
        assertThat(guessed.json().has("issuer")).isFalse();
    }

    @Test
    void after_so_many_checks_a_minute_anybody_has_to_wait() {
        try (Api limited = Stage.shared().start("CN", "--entente.verification.public-per-minute=3")) {
            for (int i = 0; i < 3; i++) {
                publicly(limited).expect(200);
            }
            assertThat(publicly(limited).problem(429, "REQUEST_RATE_LIMITED").header("Retry-After"))
                    .isEqualTo("60");
        }
    }

    private static Answer publicly(Api api) {
        return api.send(HttpRequest.newBuilder(api.at("/v1/public/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"ENT1:\"}")));
    }

    @Test
    void a_request_of_another_form_is_refused_with_its_code() {
        for (String body :
                List.of("{}", "{\"text\":\"a\",\"credential\":\"b\"}", "{\"credential\":7}", "{\"more\":1}")) {
            CN.send(CN.post("verify-officer", CHECK, body)).problem(400, "REQUEST_BODY_INVALID");
        }
        CN.send(CN.post("verify-trader", CHECK, "{\"text\":\"ENT1:\"}")).problem(403, "REQUEST_FORBIDDEN");
        assertThat(reasons(check("text", "ENT1:"))).isNotEmpty();
        assertThat(reasons(check("text", "https://evil.example/c/x"))).containsExactly("LINK_MALFORMED");
        assertThat(reasons(check(
                        "text",
                        "https://evil.example/c/AAAAAAAAAAAAAAAAAAAAAA#" + "A".repeat(43) + "." + "A".repeat(43))))
                .containsExactly("VERIFICATION_LINK_FOREIGN");
    }
}
