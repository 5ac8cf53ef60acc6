package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Role;
import org.entente.api.certificate.CertificateName;
import org.entente.api.provisional.ProvisionalDecision;
import org.entente.api.provisional.ProvisionalStore;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.verify.Opening;
import org.entente.model.finding.Checked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** China's officers decide about what Australia signed and its statement of which has not arrived. */
class ProvisionalTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "prov-exporter", "prov-issuer");
    private static final String DECISIONS = "/v1/provisional-decisions";

    @BeforeAll
    static void accounts() {
        AU.account("prov-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("prov-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        CN.account("prov-officer", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
        CN.account("prov-other", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
        CN.account("prov-admin", CN.organisation("Administration"), Role.ADMINISTRATOR);
        CN.account("prov-trader", CN.organisation("Trader"), Role.EXPORTER);
    }

    /** A certificate that its issuer signed, and did not state yet. */
    private record Early(String number, String credential) {
        static Early signed() {
            String name = ISSUANCE.issued();
            byte[] jwt = AU.get("prov-exporter", "/v1/certificates/" + name + "/credential")
                    .expect(200)
                    .response()
                    .body();
            String number = CertificateName.read(name).referenceNo().value();
            ObjectNode document = (ObjectNode) JSON.readTree(((Checked.Accepted<SecuredCredential>) Opening.read(jwt))
                    .value()
                    .document()
                    .toString()
                    .replace(number, number + "-X"));
            byte[] credential = new CredentialSigner(
                            "did:web:au.example",
                            Stage.shared().credentialKey("AU").key(),
                            Optional.empty())
                    .secure(document, Securing.VC_JWT, Instant.now().minusSeconds(30));
            return new Early(number + "-X", new String(credential, StandardCharsets.US_ASCII));
        }

        String subject() {
            return "certificate:AU:CHAFTA:" + number;
        }

        void state() {
            ISSUANCE.issued(Samples.certificate(number));
        }

        void stateAnother() {
            ISSUANCE.issued(Samples.certificate(number).replace("Sample Growers", "Other Growers"));
        }
    }

    private static Answer check(String credential) {
        ObjectNode body = JSON.createObjectNode().put("credential", credential);
        return CN.send(CN.post("prov-officer", "/v1/verifications", body.toString()))
                .expect(200);
    }

    private static String body(String verification, String decision) {
        return JSON.createObjectNode()
                .put("verification", verification)
                .put("decision", decision)
                .put("reason", "perishable goods")
                .toString();
    }

    private static Answer decided(Early early, String decision) {
        Answer checked = check(early.credential());
        assertThat(checked.text("/outcome")).as(checked.text()).isEqualTo("COULD_NOT_CHECK");
        assertThat(Instant.parse(checked.text("/decidableUntil"))).isAfter(Instant.now());
        return CN.send(CN.post("prov-officer", DECISIONS, body(checked.text("/id"), decision)))
                .expect(201);
    }

    private static Answer settled(Answer decided) {
        return Until.holds(
                () -> CN.get("prov-other", decided.header("Location")).expect(200),
                answer -> !answer.text("/state").equals("OPEN"));
    }

    @Test
    void goods_that_were_released_are_confirmed_by_itself_once_the_statement_arrives() {
        Early early = Early.signed();
        Answer decided = decided(early, "RELEASED");
        assertThat(decided.text("/state")).isEqualTo("OPEN");
        assertThat(decided.text("/decision")).isEqualTo("RELEASED");
        assertThat(decided.json().at("/because").toString()).contains("VERIFICATION_STATEMENT_MISSING");
        assertThat(decided.text("/decidedBy")).isEqualTo("prov-officer");
        early.state();
        Answer settled = settled(decided);
        assertThat(settled.text("/state")).as(settled.text()).isEqualTo("CONFIRMED");
        assertThat(Instant.parse(settled.text("/settledAt"))).isBeforeOrEqualTo(Instant.now());
        assertThat(settled.header("ETag")).isEqualTo("\"2\"");
        assertThat(CN.get("prov-officer", DECISIONS + "?state=CONFIRMED&closed=false")
                        .text())
                .contains(settled.text("/id"));
        assertThat(audited(early))
                .containsExactly("provisional.settled", "provisional.decided", "certificate.verified");
    }

    private static List<String> audited(Early early) {
        return CN.get("prov-admin", "/v1/audit?subject=" + early.subject())
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/action").asString())
                .toList();
    }

    @Test
    void what_turns_out_otherwise_is_contradicted_with_the_reason() {
        Early held = Early.signed();
        Answer hold = decided(held, "HELD");
        held.state();
        Early released = Early.signed();
        Answer release = decided(released, "RELEASED");
        released.stateAnother();
        assertThat(settled(hold).text("/state")).isEqualTo("CONTRADICTED");
        Answer invalid = settled(release);
        assertThat(invalid.text("/state")).isEqualTo("CONTRADICTED");
        assertThat(invalid.text("/settledBecause/0/code")).isEqualTo("CREDENTIAL_DIFFERS");
    }

    @Test
    void a_check_is_decided_once_by_whoever_made_it() {
        Early early = Early.signed();
        String verification = check(early.credential()).text("/id");
        CN.send(CN.post("prov-other", DECISIONS, body(verification, "HELD"))).problem(422, "REQUEST_REFUSED");
        String key = UUID.randomUUID().toString();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(CN.send(CN.as("prov-officer", DECISIONS)
                            .header("Idempotency-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body(verification, "HELD"))))
                    .expect(201));
        }
        assertThat(answers.getLast().text()).isEqualTo(answers.getFirst().text());
        CN.send(CN.post("prov-officer", DECISIONS, body(verification, "RELEASED")))
                .problem(409, "REQUEST_STATE_CONFLICT");
        ISSUANCE.issued(Samples.certificate(early.number()));
        String valid = Until.holds(
                        () -> check(early.credential()),
                        answer -> answer.text("/outcome").equals("VALID"))
                .text("/id");
        Answer refused = CN.send(CN.post("prov-officer", DECISIONS, body(valid, "RELEASED")));
        assertThat(refused.problem(422, "REQUEST_REFUSED").codes()).containsExactly("PROVISIONAL_CHECK_UNKNOWN");
    }

    @Test
    void what_is_closed_is_not_checked_again_and_what_was_presented_is_forgotten() {
        Early early = Early.signed();
        Answer decided = decided(early, "HELD");
        String closing = decided.header("Location") + "/closing";
        assertThat(close(closing, decided.header("ETag"), "{}")
                        .problem(422, "REQUEST_REFUSED")
                        .codes())
                .containsExactly("PROVISIONAL_REMARK_MISSING");
        CN.send(CN.post("prov-other", closing, "{}")).problem(428, "REQUEST_PRECONDITION_MISSING");
        close(closing, "\"7\"", "{\"remark\":\"paid\"}").problem(412, "REQUEST_PRECONDITION_FAILED");
        Answer closed = close(closing, decided.header("ETag"), "{\"remark\":\"duty was paid\"}")
                .expect(200);
        assertThat(closed.text("/closedBy")).isEqualTo("prov-other");
        close(closing, "*", "{\"remark\":\"again\"}").problem(409, "REQUEST_STATE_CONFLICT");
        Answer open = decided(early, "HELD");
        early.state();
        // Both could be checked in the same moment; the closed one is not.
        assertThat(settled(open).text("/state")).isEqualTo("CONTRADICTED");
        ProvisionalDecision left = decision(closed);
        assertThat(left.state()).isEqualTo(ProvisionalDecision.State.OPEN);
        assertThat(left.version()).isEqualTo(2);
        assertThat(left.checkedAt())
                .isBefore(Instant.parse(closed.text("/closedAt")).plusMillis(1));
        assertThat(left.nextCheckAt()).isNull();
        assertThat(CN.part(JdbcClient.class)
                        .sql("select content is null from api.provisional_decision where id = ?")
                        .param(UUID.fromString(decided.text("/id")))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static ProvisionalDecision decision(Answer shown) {
        return CN.part(ProvisionalStore.class)
                .find(UUID.fromString(shown.text("/id")))
                .orElseThrow();
    }

    @Test
    void a_decision_remembers_when_the_certificate_was_presented() {
        Answer checked = check(Early.signed().credential());
        Instant before = Instant.parse(checked.text("/checkedAt")).plusMillis(1);
        Answer decided = CN.send(CN.post("prov-officer", DECISIONS, body(checked.text("/id"), "HELD")))
                .expect(201);
        assertThat(CN.part(JdbcClient.class)
                        .sql("select presented_at from api.provisional_decision where id = ?")
                        .param(UUID.fromString(decided.text("/id")))
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isBefore(before)
                .isAfter(before.minusSeconds(60))
                .isBefore(Instant.parse(decided.text("/decidedAt")));
    }

    private static Answer close(String path, String tag, String body) {
        return CN.send(CN.post("prov-other", path, body).header("If-Match", tag));
    }

    @Test
    void several_instances_settle_each_decision_once() {
        try (Api second = Stage.shared().start("CN")) {
            assertThat(second.at("/")).isNotEqualTo(CN.at("/"));
            List<Early> all = List.of(Early.signed(), Early.signed(), Early.signed());
            List<Answer> decisions =
                    all.stream().map(each -> decided(each, "RELEASED")).toList();
            all.forEach(Early::state);
            decisions.forEach(each -> assertThat(settled(each).text("/state")).isEqualTo("CONFIRMED"));
            assertThat(all).allSatisfy(each -> assertThat(audited(each)).containsOnlyOnce("provisional.settled"));
        }
    }

    @Test
    void decisions_are_listed_in_pages_and_requests_of_another_form_are_refused() {
        Early early = Early.signed();
        List<String> made = List.of(
                decided(early, "HELD").text("/id"), decided(early, "RELEASED").text("/id"));
        Answer first = CN.get("prov-officer", DECISIONS + "?limit=1&state=OPEN").expect(200);
        assertThat(first.text("/items/0/id")).isEqualTo(made.getLast());
        String next = first.header("Link").replaceAll("^<|>.*", "");
        assertThat(CN.get("prov-officer", next).expect(200).text("/items/0/id")).isEqualTo(made.getFirst());
        for (String body : List.of("{}", body("x", "HELD"), body(made.getFirst(), "LOST"))) {
            CN.send(CN.post("prov-officer", DECISIONS, body)).problem(400, "REQUEST_BODY_INVALID");
        }
        for (int time = 0; time < 3; time++) {
            CN.send(CN.as("prov-other", "/provisional/" + made.getFirst()).header("Accept", "text/html"))
                    .expect(200);
        }
        // A page that asks again by itself is one look.
        assertThat(CN.get("prov-admin", "/v1/audit?action=provisional.viewed&subject=" + made.getFirst())
                        .json()
                        .at("/items"))
                .hasSize(1);
        CN.get("prov-officer", DECISIONS + "?state=LOST").problem(400, "REQUEST_PARAMETER_INVALID");
        CN.get("prov-officer", DECISIONS + "/" + UUID.randomUUID()).problem(404, "REQUEST_TARGET_UNKNOWN");
        CN.get("prov-trader", DECISIONS).problem(403, "REQUEST_FORBIDDEN");
    }
}
