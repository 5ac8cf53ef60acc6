package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.Test;

/** Gossip does not bring China what Australia said: its administrator sees so, and Australia's service brings it. */
class MissingBytesTest {
    private static final Stage STAGE = Stage.shared();
    private static final Api AU = STAGE.au();
    private static final Api CN = STAGE.cn();

    private static Answer missing() {
        return CN.get("missing-admin", "/v1/network/missing").expect(200);
    }

    @Test
    void what_is_missing_is_shown_with_the_partners_answer_until_the_partner_delivers_it() {
        AU.account("missing-exporter", AU.organisation("Missing"), Role.EXPORTER);
        AU.account("missing-officer", AU.organisation("Missing office"), Role.ISSUING_OFFICER);
        CN.account("missing-admin", CN.organisation("Missing abroad"), Role.ADMINISTRATOR, Role.VERIFYING_OFFICER);
        List<List<String>> settings = STAGE.redelivery("AU", "CN");
        try {
            STAGE.awayAndWithheld("CN");
            String id = new Issuance(AU, "missing-exporter", "missing-officer").issued();
            STAGE.back("CN");
            try (Api asking = STAGE.start("CN", settings.get(1).toArray(String[]::new))) {
                Answer seen = Until.holds(
                        MissingBytesTest::missing,
                        answer -> answer.text("/items/0/lastAnswer").equals("REDELIVERY_UNREACHABLE"));
                assertThat(seen.text("/items/0/collection")).isEqualTo("AU-CN");
                assertThat(seen.json().at("/items/0/partnerAsked").asInt()).isPositive();
                assertThat(seen.text("/items/0/lastAnswerAt")).startsWith("20");
                assertThat(CN.send(CN.as("missing-admin", "/network")
                                        .header("Accept", "text/html")
                                        .GET())
                                .expect(200)
                                .text())
                        .contains("REDELIVERY_UNREACHABLE");
                assertThat(CN.get("missing-admin", "/v1/inbox/" + id)
                                .expect(200)
                                .text("/reason"))
                        .isEqualTo("BYTES_MISSING");
                try (Api answering = STAGE.start("AU", settings.get(0).toArray(String[]::new))) {
                    Until.holds(
                            () -> asking.get("missing-admin", "/v1/inbox/" + id),
                            answer -> !answer.text("/answer").equals("COULD_NOT_CHECK"));
                    assertThat(missing().json().at("/items").isEmpty()).isTrue();
                    assertThat(answering.at("/")).isNotEqualTo(asking.at("/"));
                }
            }
        } finally {
            STAGE.back("CN");
            STAGE.withholdNoMore("CN");
        }
    }
}
