package org.entente.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.api.account.Role;
import org.entente.api.certificate.CertificateName;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The box of the officer and the box for everybody give the outcome that the API gives. */
class CheckPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "box-exporter", "box-issuer");
    private static final Pattern SHOWN = Pattern.compile("id=\"answer\" class=\"outcome outcome--([a-z]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Map<String, String> OUTCOMES =
            Map.of("valid", "VALID", "invalid", "INVALID", "unsure", "COULD_NOT_CHECK");
    /** Sends neither token nor session. */
    private static final String ANYBODY = "";

    private static final String EDGE = "edge7d1f";

    @BeforeAll
    static void accounts() {
        AU.account("box-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("box-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        CN.account("box-officer", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    private static byte[] download(String name, String what) {
        return AU.get("box-exporter", "/v1/certificates/" + name + "/" + what)
                .expect(200)
                .response()
                .body();
    }

    private static String arrived() {
        String name = ISSUANCE.issued();
        Until.holds(() -> CN.get("box-officer", "/v1/inbox/" + name), answer -> answer.status() == 200);
        return name;
    }

    private static Answer box(Api api, String account, String path, String text, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"text\"", text.getBytes(UTF_8));
        part(body, "name=\"file\"; filename=\"anything\"\r\nContent-Type: application/octet-stream", file);
        HttpRequest.Builder request = account.equals(ANYBODY) ? anonymously(api, path, body) : api.as(account, path);
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(UTF_8));
        return api.send(request.header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** As a browser does whose user has no account: the form's token is all that it has. */
    private static HttpRequest.Builder anonymously(Api api, String path, ByteArrayOutputStream body) {
        Answer form = api.send(HttpRequest.newBuilder(api.at(path))
                .header("Accept", "text/html")
                .GET());
        Matcher token = TOKEN.matcher(form.expect(200).text());
        assertThat(token.find()).isTrue();
        part(body, "name=\"_csrf\"", token.group(1).getBytes(UTF_8));
        return HttpRequest.newBuilder(api.at(path))
                .header("Cookie", form.header("Set-Cookie").replaceFirst(";.*", ""));
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static String shown(Answer page) {
        Matcher matcher = SHOWN.matcher(page.expect(200).text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return OUTCOMES.getOrDefault(matcher.group(1), "nothing");
    }

    private static String asked(String text) {
        ObjectNode body = JSON.createObjectNode().put("text", text);
        return CN.send(CN.post("box-officer", "/v1/verifications", body.toString()))
                .expect(200)
                .text("/outcome");
    }

    private static String asked(byte[] file) {
        return CN.send(CN.as("box-officer", "/v1/verifications/file")
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)))
                .expect(200)
                .text("/outcome");
    }

    @Test
    void every_form_of_a_genuine_certificate_is_valid_on_both_pages_as_for_programs() {
        String name = arrived();
        for (String what : List.of("credential", "credential?securing=ecdsa-jcs-2019", "paper", "qr/seal.png")) {
            byte[] file = download(name, what);
            assertThat(asked(file)).as(what).isEqualTo("VALID");
            assertThat(shown(box(CN, "box-officer", "/scan", "", file)))
                    .as(what)
                    .isEqualTo("VALID");
            assertThat(shown(box(CN, ANYBODY, "/verify", "", file))).as(what).isEqualTo("VALID");
        }
        String jwt = new String(download(name, "credential"), UTF_8);
        String seal = JSON.readTree(download(name, "seal")).at("/seal").asString();
        for (String text : List.of(jwt, seal, "  " + seal + "\r\n")) {
            assertThat(asked(text)).isEqualTo("VALID");
            assertThat(shown(box(CN, "box-officer", "/scan", text, new byte[0])))
                    .isEqualTo("VALID");
            assertThat(shown(box(CN, ANYBODY, "/verify", text, new byte[0]))).isEqualTo("VALID");
        }
    }

    @Test
    void an_officer_goes_on_to_record_the_use_and_everybody_else_sees_nothing_of_trade() {
        String name = arrived();
        byte[] paper = download(name, "paper");
        Answer officer = box(CN, "box-officer", "/scan", "", paper);
        assertThat(officer.text()).contains("href=\"/inbox/" + name + "\"", "Newest information used", "barley");
        Answer anybody = box(CN, ANYBODY, "/verify", "", paper);
        assertThat(anybody.text())
                .contains("Customs of AU", "Issued on", "5 March 2026", "Validity", "5 March 2027")
                .doesNotContain("barley", "Sample Grain", "TEST-AU-");
    }

    @Test
    void what_is_wrong_is_invalid_with_its_reason_and_what_cannot_be_known_could_not_be_checked() {
        String jwt = new String(download(arrived(), "credential"), UTF_8);
        int at = jwt.lastIndexOf('.') + 10;
        String altered = jwt.substring(0, at) + (jwt.charAt(at) == 'A' ? 'B' : 'A') + jwt.substring(at + 1);
        String link = "https://au.example/c/AAAAAAAAAAAAAAAAAAAAAA#" + "A".repeat(43) + "." + "A".repeat(43);
        for (String text : List.of(altered, "ENT1:AAAA", "{}", "https://evil.example/c/x", link, "%%")) {
            String outcome = asked(text);
            assertThat(outcome).isNotEqualTo("VALID");
            Answer page = box(CN, "box-officer", "/scan", text, new byte[0]);
            assertThat(shown(page)).as(text).isEqualTo(outcome);
            assertThat(page.text()).containsPattern("class=\"code soft\">[A-Z]+_[A-Z_]+<");
            assertThat(shown(box(CN, ANYBODY, "/verify", text, new byte[0])))
                    .as(text)
                    .isEqualTo(outcome);
        }
        assertThat(shown(box(CN, "box-officer", "/scan", "", "nothing".getBytes(UTF_8))))
                .isEqualTo("INVALID");
        assertThat(box(CN, ANYBODY, "/verify", " ", new byte[0]).text()).contains("VERIFICATION_CONTENT_EMPTY");
    }

    @Test
    void remarks_of_one_code_are_one_line_that_opens() {
        String jwt = new String(download(ISSUANCE.issued(), "credential"), UTF_8);
        long remarks = AU.send(AU.post(
                        "box-issuer",
                        "/v1/verifications",
                        JSON.createObjectNode().put("credential", jwt).toString()))
                .expect(200)
                .json()
                .at("/remarks")
                .valueStream()
                .filter(remark -> remark.at("/code").asString().equals("ORIGIN_LAW_UNVERIFIED"))
                .count();
        assertThat(remarks).isGreaterThan(1);
        String page =
                box(AU, "box-issuer", "/scan", jwt, new byte[0]).expect(200).text();
        assertThat(page).containsOnlyOnce("ORIGIN_LAW_UNVERIFIED").contains(remarks + " times: show each");
        String folded = page.substring(page.indexOf("<details class=\"folded\">"));
        assertThat(folded.substring(0, folded.indexOf("</details>")).split("<li", -1))
                .hasSize((int) remarks + 1);
    }

    @Test
    void a_number_is_enough_for_officers_of_both_sides_and_for_nobody_else() {
        String name = arrived();
        String number = CertificateName.read(name).referenceNo().value();
        Answer importing = box(CN, "box-officer", "/scan", number, new byte[0]);
        assertThat(shown(importing)).isEqualTo("VALID");
        assertThat(importing.text()).contains("/inbox/" + name);
        Answer issuing = box(AU, "box-issuer", "/scan", number, new byte[0]);
        assertThat(shown(issuing)).isEqualTo("VALID");
        assertThat(issuing.text()).contains("/certificates/" + name).doesNotContain("/inbox/" + name);
        assertThat(shown(box(CN, "box-officer", "/scan", "NO-SUCH-9", new byte[0])))
                .isEqualTo("INVALID");
        assertThat(shown(box(CN, "box-officer", "/scan/" + name, "", new byte[0])))
                .isEqualTo("VALID");
        assertThat(box(CN, ANYBODY, "/verify", number, new byte[0]).expect(200).text())
                .contains("A number alone proves nothing")
                .doesNotContain("id=\"answer\"");
        box(AU, "box-exporter", "/scan", number, new byte[0]).expect(403);
    }

    @Test
    void the_page_for_everybody_counts_as_the_api_does() {
        try (Api limited = Stage.shared().start("CN", "--entente.verification.public-per-minute=2")) {
            for (int i = 0; i < 2; i++) {
                box(limited, ANYBODY, "/verify", "ENT1:", new byte[0]).expect(200);
            }
            Answer refused =
                    box(limited, ANYBODY, "/verify", "ENT1:", new byte[0]).expect(429);
            assertThat(refused.text()).contains("REQUEST_RATE_LIMITED", "Wait a minute");
            assertThat(refused.header("Retry-After")).isEqualTo("60");
        }
    }
}
