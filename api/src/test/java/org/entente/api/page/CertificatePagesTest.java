package org.entente.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of an issued certificate, as they answer; what they look like is the browser's test. */
class CertificatePagesTest {
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "cp-exporter", "cp-issuer");

    @BeforeAll
    static void accounts() {
        Organisation customs = AU.organisation("Administration");
        AU.account("cp-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("cp-other", AU.organisation("Another exporter"), Role.EXPORTER);
        AU.account("cp-issuer", customs, Role.ISSUING_OFFICER);
        CN.account("cp-verifier", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    static Answer page(Api api, String account, String path) {
        return api.send(api.as(account, path).header("Accept", "text/html"));
    }

    static Answer sent(Api api, String account, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.send(api.as(account, path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String status(String name) {
        return AU.get("cp-exporter", "/v1/certificates/" + name).expect(200).text("/status");
    }

    private static void use(String name, String declaration) {
        CN.send(CN.post(
                        "cp-verifier",
                        "/v1/inbox/" + name + "/uses",
                        "{\"item\":1,\"declaration\":\"" + declaration + "\",\"declarationItem\":1,"
                                + "\"quantity\":\"60\",\"unit\":\"TNE\",\"presentedOn\":\"2026-04-01\"}"))
                .expect(202);
    }

    @Test
    void exporter_and_officer_get_paper_codes_and_the_history_of_both_sides() {
        String name = ISSUANCE.issued();
        Until.holds(() -> CN.get("cp-verifier", "/v1/inbox/" + name), answer -> answer.status() == 200);
        use(name, "CP-1");
        for (String account : new String[] {"cp-exporter", "cp-issuer"}) {
            Answer seen = Until.holds(
                    () -> page(AU, account, "/certificates/" + name),
                    answer -> answer.text().contains("declaration CP-1, line 1"));
            assertThat(seen.text())
                    .contains("/v1/certificates/" + name + "/paper", "/qr/seal.svg", "/qr/link.svg")
                    .contains("securing=vc%2Bjwt", "securing=ecdsa-jcs-2019")
                    .contains("QR code with the signed seal of certificate");
            Answer print = page(AU, account, "/certificates/" + name + "/print").expect(200);
            assertThat(print.text()).contains("/qr/seal.svg", "Sample Grain Exports Pty Ltd");
        }
        assertThat(page(CN, "cp-verifier", "/inbox/" + name).text())
                .contains("declaration CP-1, line 1", "What was said of it");
        assertThat(page(AU, "cp-other", "/certificates/" + name).status()).isEqualTo(404);
        assertThat(page(AU, "cp-other", "/certificates/" + name + "/print").status())
                .isEqualTo(404);
    }

    @Test
    void an_officer_cancels_with_a_reason_and_only_once() {
        String name = ISSUANCE.issued();
        String path = "/certificates/" + name + "/cancel";
        assertThat(page(AU, "cp-issuer", "/certificates/" + name).text()).contains(path);
        assertThat(page(AU, "cp-exporter", "/certificates/" + name).text()).doesNotContain(path);
        assertThat(page(AU, "cp-exporter", path).status()).isEqualTo(403);
        assertThat(sent(AU, "cp-exporter", path, Map.of("reason", "mine")).status())
                .isEqualTo(403);
        page(AU, "cp-issuer", path).expect(200);
        Answer refused =
                sent(AU, "cp-issuer", path, Map.of("key", "k1", "reason", " ")).expect(422);
        assertThat(refused.text()).contains("REQUEST_PARAMETER_INVALID", "href=\"#f-reason\"");
        assertThat(status(name)).isEqualTo("ISSUED");
        for (int time = 0; time < 2; time++) {
            sent(AU, "cp-issuer", path, Map.of("key", "k2", "reason", "wrong <goods>"))
                    .expect(302);
        }
        Until.holds(() -> status(name), "CANCELLED"::equals);
        Answer after = page(AU, "cp-exporter", "/certificates/" + name);
        assertThat(after.text()).contains("<q>wrong &lt;goods&gt;</q>").doesNotContain("said before");
        noneOfItLooksUsable(name);
    }

    private static void noneOfItLooksUsable(String name) {
        Answer home = page(AU, "cp-exporter", "/certificates/" + name);
        assertThat(home.text())
                .contains("Cancelled by the issuer", "<strong>–</strong>")
                .doesNotContain("<meter", "/paper", "/qr/", "securing=");
        assertThat(page(AU, "cp-exporter", "/certificates/" + name + "/print")
                        .expect(409)
                        .text())
                .contains("REQUEST_STATE_CONFLICT");
        for (String part : new String[] {"/paper", "/qr/seal.svg", "/qr/link.png"}) {
            AU.get("cp-exporter", "/v1/certificates/" + name + part).problem(409, "REQUEST_STATE_CONFLICT");
        }
        AU.get("cp-exporter", "/v1/certificates/" + name + "/credential").expect(200);
        Answer abroad = Until.holds(
                () -> page(CN, "cp-verifier", "/inbox/" + name),
                answer -> answer.text().contains("Cancelled by the issuer"));
        assertThat(abroad.text())
                .contains("<strong>–</strong>", "its issuer cancelled it")
                .doesNotContain("<meter", "value=\"use\"", "value=\"accept\"", "value=\"refuse\"");
    }

    @Test
    void what_is_used_is_not_cancelled_and_the_finding_says_why() {
        String name = ISSUANCE.issued();
        Until.holds(() -> CN.get("cp-verifier", "/v1/inbox/" + name), answer -> answer.status() == 200);
        use(name, "CP-2");
        Until.holds(
                () -> page(AU, "cp-issuer", "/certificates/" + name),
                answer -> answer.text().contains("declaration CP-2"));
        assertThat(page(AU, "cp-issuer", "/certificates/" + name).text())
                .contains("Something of it is used")
                .doesNotContain(name + "/cancel");
        Answer refused = sent(
                        AU, "cp-issuer", "/certificates/" + name + "/cancel", Map.of("key", "k3", "reason", "too late"))
                .expect(422);
        assertThat(refused.text()).contains("ORIGIN_CERTIFICATE_USED", "too late");
    }

    @Test
    void an_exporter_applies_for_a_replacement_that_says_what_it_replaces() {
        String name = ISSUANCE.issued();
        String path = "/certificates/" + name + "/replacement";
        assertThat(sent(AU, "cp-other", path, Map.of()).status()).isEqualTo(404);
        assertThat(sent(AU, "cp-issuer", path, Map.of()).status()).isEqualTo(403);
        Answer begun = sent(AU, "cp-exporter", path, Map.of()).expect(302);
        String form =
                page(AU, "cp-exporter", begun.header("Location")).expect(200).text();
        assertThat(form).contains("Before this is issued, certificate", "Malting barley in bulk");
    }

    @Test
    void a_replacement_that_was_refused_and_is_corrected_still_cancels_what_it_replaces() {
        String name = ISSUANCE.issued();
        Answer first = AU.send(AU.post("cp-exporter", "/v1/applications?replaces=" + name, Samples.certificate()))
                .expect(201);
        String application = "/applications/" + first.text("/id");
        sent(AU, "cp-issuer", application, Map.of("do", "refuse", "version", "1", "reason", "the vessel is missing"))
                .expect(302);
        Answer begun = sent(AU, "cp-exporter", application + "/again", Map.of()).expect(302);
        String draft = begun.header("Location");
        String number = first.text("/certificate/referenceNo");
        String form = page(AU, "cp-exporter", draft).expect(200).text();
        assertThat(form).contains("Before this is issued, certificate", "value=\"" + number + "\"");
        String again = sent(AU, "cp-exporter", draft, fields(form)).expect(302).header("Location");
        assertThat(page(AU, "cp-issuer", again).expect(200).text()).contains("Before this is issued, certificate");
        sent(AU, "cp-issuer", again, Map.of("do", "approve", "version", "1")).expect(302);
        Until.holds(() -> status(name), "CANCELLED"::equals);
        assertThat(page(AU, "cp-issuer", "/certificates/" + name).text()).contains("Cancelled by the issuer");
    }

    /** The sample's fields, as the form shows them, with the button that applies. */
    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>(Map.of("do", "apply"));
        Matcher input = Pattern.compile("<input[^>]*name=\"(/[^\"]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(form);
        while (input.find()) {
            if (!input.group(1).equals("/flags")) {
                fields.put(input.group(1), input.group(2));
            }
        }
        Matcher area = Pattern.compile("<textarea[^>]*name=\"(/[^\"]+)\"[^>]*>([^<]*)</textarea>")
                .matcher(form);
        while (area.find()) {
            fields.put(area.group(1), area.group(2));
        }
        Matcher chosen = Pattern.compile("<option value=\"([^\"]+)\" selected").matcher(form);
        assertThat(chosen.find()).isTrue();
        fields.put("/ruleSet", chosen.group(1));
        return fields;
    }
}
