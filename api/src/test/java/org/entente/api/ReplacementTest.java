package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A certificate that replaces another: at no time may both be used. */
class ReplacementTest {
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "replace-exporter", "replace-issuer");

    @BeforeAll
    static void accounts() {
        AU.account("replace-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("replace-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        CN.account("replace-verifier", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    private static Answer applied(String old) {
        return AU.send(AU.post("replace-exporter", "/v1/applications?replaces=" + old, Samples.certificate()))
                .expect(201);
    }

    private static Answer approved(Answer applied) {
        return AU.send(AU.post("replace-issuer", applied.header("Location") + "/approval", "")
                        .header("If-Match", applied.header("ETag")))
                .expect(200);
    }

    private static String page(Answer applied) {
        return AU.send(AU.as("replace-issuer", "/applications/" + applied.text("/id"))
                        .header("Accept", "text/html"))
                .expect(200)
                .text();
    }

    private static void used(String certificate) {
        Until.holds(
                () -> CN.get("replace-verifier", "/v1/inbox/" + certificate),
                answer -> answer.status() == 200 && answer.text("/answer").equals("KNOWN"));
        Answer use = CN.send(CN.post(
                        "replace-verifier",
                        "/v1/inbox/" + certificate + "/uses",
                        "{\"item\":1,\"declaration\":\"D-1\",\"declarationItem\":1,\"quantity\":\"60\","
                                + "\"unit\":\"TNE\",\"presentedOn\":\"2026-04-01\"}"))
                .expect(202);
        assertThat(CN.get("replace-verifier", "/v1/statements/" + use.text("/statement") + "?waitSeconds=60")
                        .expect(200)
                        .text("/stage"))
                .isEqualTo("FINAL");
    }

    /** Approves, and lets the partner use the old one while the cancellation is still on its way. */
    private static void usedWhileApproved(Answer applied, String old) throws SQLException {
        try (Connection held = AU.part(DataSource.class).getConnection()) {
            held.setAutoCommit(false);
            try (Statement lock = held.createStatement()) {
                // Nothing of Australia's is numbered while this is held, and everything can be read.
                lock.execute("lock table dispatch_batch in exclusive mode");
                Answer approved = approved(applied);
                assertThat(approved.text("/cancellation/stage")).isEqualTo("ACCEPTED");
                assertThat(approved.json().at("/progress").isMissingNode()
                                || approved.json().at("/progress").isNull())
                        .isTrue();
                assertThat(page(applied)).contains("First what it replaces is cancelled");
                used(old);
            } finally {
                held.rollback();
            }
        }
    }

    @Test
    void what_a_partner_used_meanwhile_stands_and_its_replacement_is_never_stated() throws SQLException {
        String old = ISSUANCE.issued();
        Answer applied = applied(old);
        usedWhileApproved(applied, old);
        Answer open = Until.holds(
                () -> AU.get("replace-exporter", applied.header("Location")),
                answer -> answer.text("/state").equals("UNISSUED"));
        assertThat(open.text("/cancellation/findings/0/code")).isEqualTo("ORIGIN_CERTIFICATE_USED");
        assertThat(page(applied)).contains("could not be cancelled and stands", "ORIGIN_CERTIFICATE_USED");
        String number = applied.text("/certificate/referenceNo");
        assertThat(AU.get("replace-exporter", "/v1/certificates?limit=200")
                        .expect(200)
                        .text())
                .doesNotContain(number);
        assertThat(CN.get("replace-verifier", "/v1/inbox?limit=200").expect(200).text())
                .doesNotContain(number);
        assertThat(AU.get("replace-exporter", "/v1/certificates/" + old).text("/balances/0/left"))
                .isEqualTo("40");
        // Approving again is refused at once, now that the use is known.
        Answer again = AU.send(AU.post("replace-issuer", applied.header("Location") + "/approval", "")
                .header("If-Match", open.header("ETag")));
        assertThat(again.problem(422, "REQUEST_REFUSED").codes()).contains("ORIGIN_CERTIFICATE_USED");
    }

    @Test
    void a_replacement_is_stated_only_after_the_cancellation_stands() {
        String old = ISSUANCE.issued();
        Answer applied = applied(old);
        approved(applied);
        Answer done = Until.holds(
                () -> AU.get("replace-exporter", applied.header("Location")),
                answer -> answer.text("/progress/stage").equals("FINAL"));
        assertThat(done.text("/cancellation/stage")).isEqualTo("FINAL");
        assertThat(done.json().at("/progress/block").asLong())
                .isGreaterThan(done.json().at("/cancellation/block").asLong());
        assertThat(AU.get("replace-exporter", "/v1/certificates/" + old).text("/status"))
                .isEqualTo("CANCELLED");
    }
}
