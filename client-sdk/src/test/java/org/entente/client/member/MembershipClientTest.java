package org.entente.client.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.RULES;
import static org.entente.client.stage.TestNetwork.SG;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.entente.client.stage.Administration;
import org.entente.client.stage.TestNetwork;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.RuleSetDigest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembershipClientTest {
    private static final Digest DIGEST = Digest.of("a rule set".getBytes(StandardCharsets.UTF_8));

    private TestNetwork network;
    private Administration australia;

    @BeforeAll
    void start(@TempDir Path folder) {
        network = TestNetwork.start(folder);
        australia = new Administration(network.network(), AU);
    }

    @AfterAll
    void stop() {
        australia.close();
        network.close();
    }

    @Test
    void reads_what_was_admitted() {
        assertThat(australia.membership().member(CN).map(Admission::admitted)).contains(true);
        assertThat(australia.membership().keys(CN)).contains(network.publishedKeys(CN, RULES));
        assertThat(australia.membership().member(new MemberId("ID"))).isEmpty();
    }

    @Test
    void publishes_a_rule_set_once_and_for_all() {
        RuleSetDigest ruleSet = new RuleSetDigest("chafta-1", DIGEST);
        assertThat(australia.membership().publishRuleSet(ruleSet, List.of(AU, CN)))
                .isInstanceOf(MembershipOutcome.Done.class);
        assertThat(australia.membership().ruleSet("chafta-1")).contains(ruleSet);
        RuleSetDigest other = new RuleSetDigest("chafta-1", Digest.of(DIGEST.raw()));
        assertThat(code(australia.membership().publishRuleSet(other, List.of(AU, CN))))
                .isEqualTo("RULE_SET_CONFLICT");
    }

    @Test
    void says_why_a_change_is_refused() {
        assertThat(australia.membership().publishKeys(network.publishedKeys(SG, RULES)))
                .isInstanceOf(MembershipOutcome.Refused.class);
        assertThat(code(australia.membership().expel(new MemberId("ID"), List.of(AU, CN))))
                .isEqualTo("MEMBER_STATE_CONFLICT");
    }

    private static String code(MembershipOutcome outcome) {
        return outcome instanceof MembershipOutcome.Refused(String code, String detail) ? code : outcome.toString();
    }
}
