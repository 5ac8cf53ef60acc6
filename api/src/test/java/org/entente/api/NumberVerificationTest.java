package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Officers of both sides ask for a certificate by its number alone. */
class NumberVerificationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "number-exporter", "number-issuer");
    private static final String CHECK = "/v1/verifications";

    @BeforeAll
    static void accounts() {
        AU.account("number-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("number-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        CN.account("number-officer", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
        CN.account("number-cn-exporter", CN.organisation("Exporter"), Role.EXPORTER);
        CN.account("number-cn-issuer", CN.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    private static String arrived() {
        String name = ISSUANCE.issued();
        Until.holds(() -> CN.get("number-officer", "/v1/inbox/" + name), answer -> answer.status() == 200);
        return name;
    }

    private static List<String> reasons(Answer answer) {
        return answer.json()
                .at("/reasons")
                .valueStream()
                .map(reason -> reason.at("/code").asString())
                .toList();
    }

    private static String number(String referenceNo) {
        return "{\"number\":{\"issuer\":\"AU\",\"agreement\":\"CHAFTA\",\"referenceNo\":\"" + referenceNo + "\"}}";
    }

    @Test
    void a_number_of_ones_own_is_answered_from_ones_own_statements_and_people_leave_issuer_and_agreement_out() {
        String name = arrived();
        String number = CertificateName.read(name).referenceNo().value();
        for (String asked : List.of(number(number), "{\"number\":{\"referenceNo\":\"" + number + "\"}}")) {
            for (Answer answer : List.of(
                    AU.send(AU.post("number-issuer", CHECK, asked)),
                    CN.send(CN.post("number-officer", CHECK, asked)))) {
                assertThat(answer.expect(200).text("/outcome"))
                        .as(answer.text())
                        .isEqualTo("VALID");
                assertThat(answer.text("/facts/id")).isEqualTo(name);
                assertThat(answer.text("/copy/balances/0/left")).isEqualTo("100");
            }
        }
        AU.send(AU.post("number-issuer", "/v1/certificates/" + name + "/cancellation", "{}"))
                .expect(202);
        Answer cancelled = Until.holds(
                () -> AU.send(AU.post("number-issuer", CHECK, number(number))),
                answer -> !answer.text("/outcome").equals("VALID"));
        assertThat(reasons(cancelled)).containsExactly("STATUS_REVOKED");
        CN.send(CN.post("number-officer", CHECK, "{\"number\":{\"issuer\":\"Australia\",\"referenceNo\":\"A-1\"}}"))
                .problem(400, "REQUEST_BODY_INVALID");
    }

    @Test
    void two_certificates_of_one_number_are_told_apart_by_their_issuer() {
        String number = "TWICE-" + CertificateName.read(arrived()).referenceNo().value();
        ISSUANCE.issued(Samples.certificate(number));
        String theirs = new Issuance(CN, "number-cn-exporter", "number-cn-issuer").issued(fromChina(number));
        String typed = "{\"number\":{\"referenceNo\":\"" + number + "\"}}";
        Answer both = Until.holds(
                () -> CN.send(CN.post("number-officer", CHECK, typed)),
                answer -> answer.json().at("/choices").size() == 2);
        assertThat(both.text("/outcome")).isEqualTo("COULD_NOT_CHECK");
        assertThat(reasons(both)).containsExactly("VERIFICATION_NUMBER_AMBIGUOUS");
        Answer one = CN.send(CN.post("number-officer", CHECK, typed.replace("{\"ref", "{\"issuer\":\"CN\",\"ref")));
        assertThat(one.text("/outcome")).as(one.text()).isEqualTo("VALID");
        assertThat(one.text("/facts/id")).isEqualTo(theirs);
    }

    private static String fromChina(String number) {
        ObjectNode certificate = (ObjectNode) JSON.readTree(Samples.certificate(number));
        return JSON.writeValueAsString(certificate)
                .replace("\"AU\"", "\"X1\"")
                .replace("\"CN\"", "\"AU\"")
                .replace("\"X1\"", "\"CN\"");
    }
}
