package org.entente.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.api.page.CertificatePagesTest.page;
import static org.entente.api.page.CertificatePagesTest.sent;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.certificate.CertificateName;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit says of those who looked at pages: what they saw, once, and nothing else. */
class NotedPagesTest {
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "np-exporter", "np-issuer");

    @BeforeAll
    static void accounts() {
        Organisation exporter = AU.organisation("Exporter");
        AU.account("np-exporter", exporter, Role.EXPORTER);
        AU.account("np-printer", exporter, Role.EXPORTER);
        AU.account("np-other", AU.organisation("Another exporter"), Role.EXPORTER);
        AU.account("np-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        AU.account("np-admin", AU.organisation("Administration"), Role.ADMINISTRATOR);
        CN.account("np-verifier", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    private static List<String> noted(Api api, String account) {
        return api.part(JdbcClient.class)
                .sql("select action || ' ' || detail from api.audit where account = ? order by id")
                .param(account)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void who_saw_nothing_has_not_looked() {
        Answer applied = AU.send(AU.post("np-exporter", "/v1/applications", Samples.certificate()))
                .expect(201);
        assertThat(page(AU, "np-other", "/applications/" + applied.text("/id")).status())
                .isEqualTo(404);
        assertThat(noted(AU, "np-other")).isEmpty();
        String subject = CertificateName.read(ISSUANCE.issued()).subject() + "-NOBODYS";
        String unknown = Base64.getUrlEncoder().withoutPadding().encodeToString(subject.getBytes(UTF_8));
        assertThat(page(CN, "np-verifier", "/inbox/" + unknown).status()).isEqualTo(404);
        assertThat(noted(CN, "np-verifier")).isEmpty();
    }

    @Test
    void a_page_that_asks_again_each_second_is_one_look_and_its_pictures_are_none() {
        String name = ISSUANCE.issued();
        for (int time = 0; time < 3; time++) {
            page(AU, "np-printer", "/certificates/" + name + "/print").expect(200);
            AU.get("np-printer", "/v1/certificates/" + name + "/qr/seal.svg").expect(200);
            page(AU, "np-printer", "/certificates/" + name).expect(200);
        }
        assertThat(noted(AU, "np-printer")).containsExactly("certificate.viewed ");
        AU.get("np-printer", "/v1/certificates/" + name + "/qr/seal.png").expect(200);
        assertThat(noted(AU, "np-printer")).containsExactly("certificate.viewed ", "seal.downloaded seal");
    }

    @Test
    void what_a_replacement_cancels_is_noted_under_the_old_certificate_with_its_statement() {
        String old = ISSUANCE.issued();
        Answer applied = AU.send(AU.post("np-exporter", "/v1/applications?replaces=" + old, Samples.certificate()))
                .expect(201);
        sent(AU, "np-issuer", "/applications/" + applied.text("/id"), Map.of("do", "approve", "version", "1"))
                .expect(302);
        Answer notes = AU.get(
                        "np-admin",
                        "/v1/audit?action=certificate.cancelled&subject="
                                + CertificateName.read(old).subject())
                .expect(200);
        assertThat(notes.text("/items/0/account")).isEqualTo("np-issuer");
        String statement = notes.text("/items/0/detail");
        assertThat(statement).matches("[0-9a-f]{64}");
        Until.holds(
                () -> AU.get("np-issuer", "/v1/statements/" + statement).expect(200),
                answer -> answer.text("/stage").equals("FINAL"));
        assertThat(AU.get("np-exporter", "/v1/certificates/" + old).text("/status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void appointing_a_broker_and_ending_it_are_told_apart() {
        Organisation exporter = AU.organisation("Noted exporter");
        Organisation broker = AU.organisation("Noted brokers");
        for (String until : new String[] {"2099-01-31T23:59:59Z", "2026-01-01T00:00:00Z"}) {
            AU.send(AU.post(
                            "np-admin",
                            "/v1/delegations",
                            "{\"exporter\":\"" + exporter.id() + "\",\"broker\":\"" + broker.id() + "\",\"until\":\""
                                    + until + "\"}"))
                    .expect(200);
        }
        assertThat(noted(AU, "np-admin"))
                .containsSubsequence(
                        "delegation.set " + broker.id() + " until 2099-01-31T23:59:59Z",
                        "delegation.set " + broker.id() + " until 2026-01-01T00:00:00Z");
    }
}
