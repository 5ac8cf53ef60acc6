package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import javax.sql.DataSource;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.entente.client.origin.CertificateClient;
import org.entente.client.origin.RequestName;
import org.entente.client.outbox.Acceptance;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application says when the statement that an officer's approval made has no effect in the end. */
class ApplicationOutcomeTest {
    private static final Api AU = Stage.shared().au();

    @BeforeAll
    static void accounts() {
        AU.account("outcome-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("outcome-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    private static Answer applied(String certificate) {
        return AU.send(AU.post("outcome-exporter", "/v1/applications", certificate))
                .expect(201);
    }

    private static Answer approved(Answer seen, String location) {
        return AU.send(AU.post("outcome-issuer", location + "/approval", "").header("If-Match", seen.header("ETag")));
    }

    /** Approves while another statement, accepted before it, is about to take its number. */
    private static void approvedTooLate(Answer applied, String rival) throws SQLException, InterruptedException {
        Certificate first = CertificateJson.parse(rival.getBytes(StandardCharsets.UTF_8))
                .certificate()
                .orElseThrow();
        try (Connection held = AU.part(DataSource.class).getConnection()) {
            held.setAutoCommit(false);
            try (Statement lock = held.createStatement()) {
                // Nothing is numbered while this is held, and everything can be read.
                lock.execute("lock table dispatch_batch in exclusive mode");
                Acceptance accepted = AU.part(CertificateClient.class)
                        .issue(
                                new RequestName(
                                        "test",
                                        "POST /test",
                                        first.referenceNo().value(),
                                        "officer",
                                        Instant.now()),
                                new MemberId("CN"),
                                new OriginStatement.Issued(first));
                assertThat(accepted).isInstanceOf(Acceptance.Accepted.class);
                approved(applied, applied.header("Location")).expect(200);
            } finally {
                held.rollback();
            }
        }
    }

    @Test
    void an_approval_whose_statement_the_rules_refuse_in_the_end_leaves_the_application_open_and_says_why()
            throws SQLException, InterruptedException {
        String certificate = Samples.certificate();
        Answer applied = applied(certificate);
        String location = applied.header("Location");
        approvedTooLate(applied, certificate.replace("Malting barley in bulk", "Feed barley in bulk"));
        Answer open = Until.holds(
                () -> AU.get("outcome-exporter", location),
                answer -> answer.text("/state").equals("UNISSUED"));
        assertThat(open.text("/progress/stage")).isEqualTo("REFUSED");
        assertThat(open.text("/progress/findings/0/code")).isEqualTo("ORIGIN_REFERENCE_DUPLICATE");
        assertThat(AU.get("outcome-issuer", "/v1/applications?state=UNISSUED")
                        .expect(200)
                        .text())
                .contains(applied.text("/id"));
        for (String account : new String[] {"outcome-exporter", "outcome-issuer"}) {
            assertThat(AU.send(AU.as(account, "/applications/" + applied.text("/id"))
                                    .header("Accept", "text/html"))
                            .expect(200)
                            .text())
                    .contains("Approved, but not issued", "ORIGIN_REFERENCE_DUPLICATE");
        }
        // Not issued, hence neither listed nor free: the number is somebody's.
        String number = applied.text("/certificate/referenceNo");
        assertThat(AU.get("outcome-exporter", "/v1/certificates").expect(200).text())
                .doesNotContain(number);
        AU.send(AU.post("outcome-exporter", "/v1/applications", certificate)).problem(422, "REQUEST_REFUSED");
        assertThat(approved(open, location).problem(422, "REQUEST_REFUSED").codes())
                .contains("ORIGIN_REFERENCE_DUPLICATE");
        AU.send(AU.post("outcome-issuer", location + "/refusal", "{\"reason\":\"choose another number\"}")
                        .header("If-Match", open.header("ETag")))
                .expect(200);
        assertThat(AU.get("outcome-exporter", location).text("/state")).isEqualTo("REFUSED");
    }

    private static String claims(Answer credential) {
        return new String(Base64.getUrlDecoder().decode(credential.text().split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_not_issued_can_be_approved_again_and_has_its_credential_then() {
        Answer applied = applied(Samples.certificate());
        String location = applied.header("Location");
        approved(applied, location).expect(200);
        Until.holds(
                () -> AU.get("outcome-exporter", location),
                answer -> answer.text("/progress/stage").equals("FINAL"));
        String name = AU.get("outcome-exporter", "/v1/certificates").expect(200).text("/items/0/id");
        String credential = "/v1/certificates/" + name + "/credential";
        byte[] first =
                AU.get("outcome-exporter", credential).expect(200).response().body();
        // As after a batch that no reader counts, which takes a withdrawn key to make.
        AU.part(JdbcClient.class)
                .sql("update api.application set state = 'UNISSUED', version = version + 1 where id = ?::uuid")
                .param(applied.text("/id"))
                .update();
        Answer open = AU.get("outcome-issuer", location).expect(200);
        assertThat(open.text("/state")).isEqualTo("UNISSUED");
        AU.get("outcome-exporter", credential).problem(404, "REQUEST_TARGET_UNKNOWN");
        approved(applied, location).problem(412, "REQUEST_PRECONDITION_FAILED");
        approved(open, location).expect(200);
        String statement = Until.holds(
                        () -> AU.get("outcome-exporter", location),
                        answer -> answer.text("/progress/stage").equals("FINAL"))
                .text("/progress/statement");
        assertThat(statement).matches("[0-9a-f]{64}").isNotEqualTo(open.text("/progress/statement"));
        Answer again = AU.get("outcome-exporter", credential).expect(200);
        assertThat(again.response().body()).isNotEqualTo(first);
        // The credential names the statement that stands for it, which is that of the second approval.
        assertThat(claims(again)).contains(statement).doesNotContain(open.text("/progress/statement"));
    }
}
