package org.entente.api.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.entente.api.account.Role;
import org.entente.api.outbound.OutboundFault;
import org.entente.api.outbound.OutboundOutcome;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Roads;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One partner answers late: nothing else waits for it. */
class RecheckTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Api AU = Stage.shared().au();

    private static Answer decided(Api api, String credential) {
        String body = JSON.createObjectNode().put("text", credential).toString();
        Answer checked =
                api.send(api.post("slow-officer", "/v1/verifications", body)).expect(200);
        assertThat(checked.text("/outcome")).as(checked.text()).isEqualTo("COULD_NOT_CHECK");
        return api.send(api.post(
                        "slow-officer",
                        "/v1/provisional-decisions",
                        JSON.createObjectNode()
                                .put("verification", checked.text("/id"))
                                .put("decision", "RELEASED")
                                .put("reason", "perishable goods")
                                .toString()))
                .expect(201);
    }

    private static boolean isHeld(Api api, Answer decision) {
        return api.part(JdbcClient.class)
                .sql("select held_until is not null from api.provisional_decision where id = ?")
                .param(UUID.fromString(decision.text("/id")))
                .query(Boolean.class)
                .single();
    }

    /**
     * Has it looked at again without the pause after a failure: an instance of another test, from which no road leads to the
     * partner, may have taken it first.
     */
    private static <T> T again(Api api, Answer decision, T seen) {
        api.part(JdbcClient.class)
                .sql("update api.provisional_decision set next_check_at = now() where id = ?")
                .param(UUID.fromString(decision.text("/id")))
                .update();
        return seen;
    }

    private static String state(Api api, Answer decision) {
        return api.get("slow-officer", decision.header("Location")).expect(200).text("/state");
    }

    @Test
    void while_one_is_checked_the_others_are_settled_and_no_instance_checks_it_beside() {
        AU.account("slow-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("slow-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        Issuance issuance = new Issuance(AU, "slow-exporter", "slow-issuer");
        String slowLink = link(issuance.issued());
        String fastLink = link(issuance.issued());
        String slowAddress = slowLink.replaceAll("^.*/c/|#.*", "");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        try (Api first = Stage.shared().start("SG", Roads.settings());
                Api second = Stage.shared().start("SG", Roads.settings())) {
            first.account("slow-officer", first.organisation("Administration"), Role.VERIFYING_OFFICER);
            Roads.close("au.example");
            Answer slow = decided(first, slowLink);
            Answer fast = decided(first, fastLink);
            Roads.answer("au.example", uri -> {
                if (!uri.getPath().endsWith(slowAddress)) {
                    return Optional.of(new OutboundOutcome.Answered(200, new byte[] {1}));
                }
                asked.countDown();
                await(answered);
                return Optional.of(new OutboundOutcome.Failed(OutboundFault.UNREACHABLE, "late"));
            });
            Until.holds(() -> again(first, slow, asked.getCount()), left -> left == 0);
            long calls = calls(slowAddress);
            // What is behind the link is not the certificate.
            Until.holds(() -> again(first, fast, state(first, fast)), "CONTRADICTED"::equals);
            for (Api each : new Api[] {first, second}) {
                each.part(Recheck.class).look();
            }
            assertThat(isHeld(first, slow)).isTrue();
            assertThat(calls(slowAddress)).isEqualTo(calls);
            answered.countDown();
            Until.holds(() -> again(first, slow, calls(slowAddress)), now -> now > calls);
            assertThat(state(first, slow)).isEqualTo("OPEN");
        } finally {
            answered.countDown();
            Roads.lead("au.example", AU);
        }
    }

    private static String link(String name) {
        return AU.get("slow-exporter", "/v1/certificates/" + name + "/seal")
                .expect(200)
                .text("/link");
    }

    private static long calls(String opaque) {
        return Roads.calls().stream()
                .filter(address -> address.endsWith(opaque))
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
