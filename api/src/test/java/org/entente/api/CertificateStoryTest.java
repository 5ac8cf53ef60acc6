package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an exporter's application to the balance after a use abroad. */
@SuppressWarnings("NullAway.Init")
class CertificateStoryTest {
    private static Stage stage;
    private static Api au;
    private static Api cn;

    @BeforeAll
    static void start(@TempDir Path folder) {
        stage = Stage.set(folder);
        au = stage.start("AU");
        cn = stage.start("CN");
        Organisation grain = au.organisation("Sample Grain Exports");
        Organisation other = au.organisation("Another Exporter");
        Organisation administration = au.organisation("Sample administration");
        au.account("grain", grain, Role.EXPORTER);
        au.account("other", other, Role.EXPORTER);
        au.account("issuer", administration, Role.ISSUING_OFFICER);
        cn.account("verifier", cn.organisation("Sample administration"), Role.VERIFYING_OFFICER);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void a_certificate_is_applied_for_approved_seen_abroad_used_and_its_balance_shown_at_home() {
        Answer applied = au.send(au.post("grain", "/v1/applications", Samples.certificate()))
                .expect(201);
        String application = applied.header("Location");
        assertThat(applied.text("/state")).isEqualTo("APPLIED");

        Answer approved = au.send(
                        au.post("issuer", application + "/approval", "").header("If-Match", applied.header("ETag")))
                .expect(200);
        assertThat(approved.text("/progress/stage")).isEqualTo("ACCEPTED");
        Until.holds(
                () -> au.get("grain", application),
                answer -> answer.text("/progress/stage").equals("FINAL"));

        String number = applied.text("/certificate/referenceNo");
        Answer inbox = Until.holds(
                () -> cn.get("verifier", "/v1/inbox"), answer -> answer.text().contains(number));
        String certificate = "/v1/inbox/" + inbox.text("/items/0/id");

        said(cn.post("verifier", certificate + "/acknowledgement", "{\"outcome\":\"accepted\"}"));
        said(cn.post("verifier", certificate + "/uses", use("60")));
        Answer tooMuch =
                cn.send(cn.post("verifier", certificate + "/uses", use("60").replace("D-1", "D-2")));
        assertThat(tooMuch.problem(422, "REQUEST_REFUSED").codes()).isNotEmpty();

        Answer seen = cn.get("verifier", certificate).expect(200);
        assertThat(seen.text("/balances/0/left")).isEqualTo("40");
        assertThat(seen.text("/status")).isEqualTo("ACCEPTED");
    }

    private static void said(java.net.http.HttpRequest.Builder request) {
        Answer accepted = cn.send(request).expect(202);
        Answer settled = cn.get("verifier", "/v1/statements/" + accepted.text("/statement") + "?waitSeconds=60");
        assertThat(settled.expect(200).text("/stage")).as(settled.text()).isEqualTo("FINAL");
    }

    private static String use(String tonnes) {
        return "{\"item\":1,\"declaration\":\"D-1\",\"declarationItem\":1,\"quantity\":\"" + tonnes
                + "\",\"unit\":\"TNE\",\"presentedOn\":\"2026-04-01\"}";
    }

    @Test
    void another_organisations_application_is_as_unknown_as_none() {
        String application = au.send(au.post("grain", "/v1/applications", Samples.certificate()))
                .expect(201)
                .header("Location");
        Answer foreign = au.get("other", application).problem(404, "REQUEST_TARGET_UNKNOWN");
        Answer none = au.get("other", "/v1/applications/00000000-0000-4000-8000-000000000000")
                .problem(404, "REQUEST_TARGET_UNKNOWN");
        assertThat(foreign.text("/detail")).isEqualTo(none.text("/detail"));
    }
}
