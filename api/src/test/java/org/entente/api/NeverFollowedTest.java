package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** An instance whose node never came to the ledger's end knows nobody, and says so: neither valid nor invalid. */
class NeverFollowedTest {
    private static final String CHECK = "/v1/verifications";

    @Test
    void without_ever_having_followed_the_ledger_nothing_can_be_checked() {
        try (Stage stage = Stage.alone()) {
            Api au = stage.au();
            au.account("nf-exporter", au.organisation("Exporter"), Role.EXPORTER);
            au.account("nf-issuer", au.organisation("Administration"), Role.ISSUING_OFFICER);
            String name = new Issuance(au, "nf-exporter", "nf-issuer").issued(Samples.certificate("NEVER-FOLLOWED"));
            String credential = au.get("nf-exporter", "/v1/certificates/" + name + "/credential")
                    .expect(200)
                    .text();
            stage.away("SG");
            Api sg = stage.start("SG");
            sg.account("nf-officer", sg.organisation("Administration"), Role.VERIFYING_OFFICER);
            String document = JsonNodeFactory.instance
                    .objectNode()
                    .put("credential", credential)
                    .toString();

            Answer unknown = sg.send(sg.post("nf-officer", CHECK, document)).expect(200);
            assertThat(unknown.text("/outcome")).as(unknown.text()).isEqualTo("COULD_NOT_CHECK");
            assertThat(codes(unknown)).contains("CREDENTIAL_ISSUER_NOT_KNOWN_YET");
            Answer number = sg.send(
                            sg.post(
                                    "nf-officer",
                                    CHECK,
                                    "{\"number\":{\"issuer\":\"AU\",\"agreement\":\"CHAFTA\",\"referenceNo\":\"NEVER-FOLLOWED\"}}"))
                    .expect(200);
            assertThat(number.text("/outcome")).as(number.text()).isEqualTo("COULD_NOT_CHECK");
            assertThat(codes(number)).contains("CREDENTIAL_TRUST_STALE");

            stage.back("SG");
            Until.holds(
                    () -> sg.send(sg.post("nf-officer", CHECK, document)).expect(200),
                    answer -> codes(answer).stream().noneMatch(code -> code.startsWith("CREDENTIAL_")));
        }
    }

    private static List<String> codes(Answer answer) {
        return answer.json()
                .at("/reasons")
                .valueStream()
                .map(reason -> reason.at("/code").asString())
                .toList();
    }
}
