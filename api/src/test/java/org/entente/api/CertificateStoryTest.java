package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an exporter's application to the balance after a use abroad. */
class CertificateStoryTest {
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();

    @BeforeAll
    static void accounts() {
        Organisation administration = AU.organisation("Sample administration");
        AU.account("story-grain", AU.organisation("Sample Grain Exports"), Role.EXPORTER);
        AU.account("story-other", AU.organisation("Another Exporter"), Role.EXPORTER);
        AU.account("story-issuer", administration, Role.ISSUING_OFFICER);
        CN.account("story-verifier", CN.organisation("Sample administration"), Role.VERIFYING_OFFICER);
    }

    @Test
    void a_certificate_is_applied_for_approved_seen_abroad_used_and_its_balance_shown_at_home() {
        Answer applied = AU.send(AU.post("story-grain", "/v1/applications", Samples.certificate()))
                .expect(201);
        String application = applied.header("Location");
        assertThat(applied.text("/state")).isEqualTo("APPLIED");

        Answer approved = AU.send(AU.post("story-issuer", application + "/approval", "")
                        .header("If-Match", applied.header("ETag")))
                .expect(200);
        assertThat(approved.text("/progress/stage")).isEqualTo("ACCEPTED");
        Until.holds(
                () -> AU.get("story-grain", application),
                answer -> answer.text("/progress/stage").equals("FINAL"));

        String number = applied.text("/certificate/referenceNo");
        Answer inbox = Until.holds(
                () -> CN.get("story-verifier", "/v1/inbox"),
                answer -> answer.text().contains(number));
        String certificate = "/v1/inbox/" + inbox.text("/items/0/id");
        assertThat(inbox.text("/items/0/referenceNo")).isEqualTo(number);

        said(CN.post("story-verifier", certificate + "/acknowledgement", "{\"outcome\":\"accepted\"}"));
        said(CN.post("story-verifier", certificate + "/uses", use("60")));
        Answer tooMuch = CN.send(
                CN.post("story-verifier", certificate + "/uses", use("60").replace("D-1", "D-2")));
        assertThat(tooMuch.problem(422, "REQUEST_REFUSED").codes()).isNotEmpty();

        Answer seen = CN.get("story-verifier", certificate).expect(200);
        assertThat(seen.text("/balances/0/left")).isEqualTo("40");
        assertThat(seen.text("/status")).isEqualTo("ACCEPTED");
    }

    private static void said(java.net.http.HttpRequest.Builder request) {
        Answer accepted = CN.send(request).expect(202);
        Answer settled = CN.get("story-verifier", "/v1/statements/" + accepted.text("/statement") + "?waitSeconds=60");
        assertThat(settled.expect(200).text("/stage")).as(settled.text()).isEqualTo("FINAL");
    }

    private static String use(String tonnes) {
        return "{\"item\":1,\"declaration\":\"D-1\",\"declarationItem\":1,\"quantity\":\"" + tonnes
                + "\",\"unit\":\"TNE\",\"presentedOn\":\"2026-04-01\"}";
    }

    @Test
    void another_organisations_application_is_as_unknown_as_none() {
        String application = AU.send(AU.post("story-grain", "/v1/applications", Samples.certificate()))
                .expect(201)
                .header("Location");
        Answer foreign = AU.get("story-other", application).problem(404, "REQUEST_TARGET_UNKNOWN");
        Answer none = AU.get("story-other", "/v1/applications/00000000-0000-4000-8000-000000000000")
                .problem(404, "REQUEST_TARGET_UNKNOWN");
        assertThat(foreign.text("/detail")).isEqualTo(none.text("/detail"));
    }
}
