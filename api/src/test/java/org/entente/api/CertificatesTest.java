package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to a certificate at home after it was issued, and to one that is only begun. */
class CertificatesTest {
    private static final Api AU = Stage.shared().au();

    @BeforeAll
    static void accounts() {
        AU.account("certs-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("certs-other", AU.organisation("Another exporter"), Role.EXPORTER);
        AU.account("certs-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    private static Answer approved(String query) {
        Answer applied = AU.send(AU.post("certs-exporter", "/v1/applications" + query, Samples.certificate()))
                .expect(201);
        Answer approved = AU.send(AU.post("certs-issuer", applied.header("Location") + "/approval", "")
                        .header("If-Match", applied.header("ETag")))
                .expect(200);
        Until.holds(
                () -> AU.get("certs-exporter", applied.header("Location")),
                answer -> answer.text("/progress/stage").equals("FINAL"));
        return approved;
    }

    private static String nameOf(Answer application) {
        String number = application.text("/certificate/referenceNo");
        return AU.get("certs-exporter", "/v1/certificates")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/referenceNo").asString().equals(number))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private static String status(String certificate) {
        return AU.get("certs-exporter", "/v1/certificates/" + certificate)
                .expect(200)
                .text("/status");
    }

    @Test
    void an_exporter_sees_its_own_certificates_with_their_balances_and_no_other() {
        String certificate = nameOf(approved(""));
        Answer seen =
                AU.get("certs-exporter", "/v1/certificates/" + certificate).expect(200);
        assertThat(seen.text("/balances/0/left")).isEqualTo("100");
        assertThat(seen.text("/answer")).isEqualTo("KNOWN");
        AU.get("certs-other", "/v1/certificates/" + certificate).problem(404, "REQUEST_TARGET_UNKNOWN");
        assertThat(AU.get("certs-other", "/v1/certificates").json().at("/items").size())
                .isZero();
        AU.get("certs-exporter", "/v1/certificates/bm90aGluZw").problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("certs-exporter", "/v1/certificates/***").problem(404, "REQUEST_TARGET_UNKNOWN");
    }

    @Test
    void an_officer_cancels_a_certificate_once() {
        String certificate = nameOf(approved(""));
        String cancellation = "/v1/certificates/" + certificate + "/cancellation";
        AU.send(AU.post("certs-exporter", cancellation, "{}")).problem(403, "REQUEST_FORBIDDEN");
        AU.send(AU.post("certs-issuer", cancellation, "{\"remark\":\"on request\"}"))
                .expect(202);
        Until.holds(() -> status(certificate), status -> status.equals("CANCELLED"));
        AU.send(AU.post("certs-issuer", cancellation, "{\"remark\":7}")).problem(400, "REQUEST_BODY_INVALID");
    }

    @Test
    void a_replacement_cancels_the_old_certificate_and_issues_the_new_one() {
        String old = nameOf(approved(""));
        AU.send(AU.post("certs-other", "/v1/applications?replaces=" + old, Samples.certificate()))
                .problem(404, "REQUEST_TARGET_UNKNOWN");
        Answer replacement = approved("?replaces=" + old);
        assertThat(replacement.text("/replaces")).isEqualTo(old);
        assertThat(status(old)).isEqualTo("CANCELLED");
        assertThat(status(nameOf(replacement))).isEqualTo("ISSUED");
    }

    @Test
    void a_draft_is_kept_with_what_is_wrong_until_it_is_finished() {
        Answer draft = AU.send(AU.post("certs-exporter", "/v1/drafts", "{\"agreement\":\"CHAFTA\"}"))
                .expect(201);
        assertThat(draft.json().at("/findings").size()).isPositive();
        String at = draft.header("Location");
        AU.get("certs-other", at).problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("certs-issuer", at).problem(403, "REQUEST_FORBIDDEN");
        Answer changed = AU.send(AU.post("certs-exporter", at, Samples.certificate())
                        .method("PUT", java.net.http.HttpRequest.BodyPublishers.ofString(Samples.certificate()))
                        .header("If-Match", draft.header("ETag")))
                .expect(200);
        AU.send(AU.post("certs-exporter", at, "{}")
                        .method("PUT", java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                        .header("If-Match", draft.header("ETag")))
                .problem(412, "REQUEST_PRECONDITION_FAILED");
        AU.send(AU.post("certs-exporter", at, "").DELETE().header("If-Match", changed.header("ETag")))
                .expect(200);
        AU.get("certs-exporter", at).problem(404, "REQUEST_TARGET_UNKNOWN");
    }
}
