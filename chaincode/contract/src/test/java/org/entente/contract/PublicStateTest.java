package org.entente.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.contract.service.SampleCaller;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.RuleSetDigest;
import org.entente.model.member.VerificationKey;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;

class PublicStateTest {
    private static final String ADMISSION = admission("SG", true);
    private static final String KEYS = keys("SG", "k1");

    private final StubFake ledger = new StubFake(SampleCaller.of("AU", "admin"));

    @Test
    void admits_a_member_whose_keys_then_only_its_own_peer_endorses() throws Exception {
        assertThat(call("admitMember", ADMISSION, KEYS)).isEqualTo("OK");

        assertThat(ledger.written())
                .containsOnlyKeys("member/SG", "member/SG/keys", "policy of member/SG/keys")
                .containsEntry("member/SG", ADMISSION.getBytes(UTF_8))
                .containsEntry("member/SG/keys", KEYS.getBytes(UTF_8));
        SignaturePolicyEnvelope policy =
                SignaturePolicyEnvelope.parseFrom(ledger.written().get("policy of member/SG/keys"));
        MSPRole role = MSPRole.parseFrom(policy.getIdentities(0).getPrincipal());
        assertThat(role.getMspIdentifier()).isEqualTo("SG");
        assertThat(role.getRole()).isEqualTo(MSPRole.MSPRoleType.PEER);
        assertThat(policy.getIdentitiesCount()).isOne();
        assertThat(policy.getRule().getNOutOf().getN()).isOne();
    }

    @Test
    void admits_a_member_once_expels_it_once_and_admits_it_again() {
        admitted();

        assertThat(call("admitMember", ADMISSION, KEYS)).isEqualTo("MEMBER_STATE_CONFLICT");
        assertThat(call("expelMember", "SG")).isEqualTo("OK");
        ledger.commit();
        assertThat(call("expelMember", "SG")).isEqualTo("MEMBER_STATE_CONFLICT");
        assertThat(Called.of(ledger.call(Map.of(), "readMember", "SG")).payload())
                .isEqualTo(admission("SG", false));
        assertThat(call("admitMember", ADMISSION, KEYS)).isEqualTo("OK");
    }

    @Test
    void refuses_records_that_do_not_fit_together_or_are_not_canonical() {
        assertThat(call("admitMember", ADMISSION, keys("ID", "k1"))).isEqualTo("MEMBER_RECORD_INVALID");
        assertThat(call("admitMember", admission("SG", false), KEYS)).isEqualTo("MEMBER_RECORD_INVALID");
        assertThat(call("admitMember", ADMISSION + " ", KEYS)).isEqualTo("JSON_NOT_CANONICAL");
        assertThat(call("admitMember", ADMISSION)).isEqualTo("CALL_INVALID");
        assertThat(call("expelMember", "sg")).isEqualTo("CALL_INVALID");
        assertThat(call("expelMember", "SG")).isEqualTo("MEMBER_STATE_CONFLICT");
        assertThat(ledger.written()).isEmpty();
    }

    @Test
    void publishes_keys_of_the_callers_own_admitted_member_only() {
        String auKeys = keys("AU", "k2");
        assertThat(call("publishKeys", auKeys)).isEqualTo("MEMBER_STATE_CONFLICT");
        assertThat(call("publishKeys", KEYS)).isEqualTo("CALLER_NOT_AUTHOR");

        ledger.put("member/AU", admission("AU", true).getBytes(UTF_8));
        assertThat(call("publishKeys", auKeys)).isEqualTo("OK");
        assertThat(ledger.written()).containsOnlyKeys("member/AU/keys");
        ledger.commit();
        assertThat(Called.of(ledger.call(Map.of(), "readKeys", "AU")).payload()).isEqualTo(auKeys);
    }

    @Test
    void asks_for_an_administrator() {
        StubFake client = new StubFake(SampleCaller.of("AU", "client"));
        client.put("member/AU", admission("AU", true).getBytes(UTF_8));

        List<String[]> calls = List.of(
                new String[] {"admitMember", ADMISSION, KEYS},
                new String[] {"expelMember", "AU"},
                new String[] {"publishKeys", keys("AU", "k2")},
                new String[] {"publishRuleSet", ruleSet("ab")});
        for (String[] call : calls) {
            assertThat(Called.of(client.call(Map.of(), call)).code()).isEqualTo("CALLER_ROLE_WRONG");
        }
        assertThat(client.written()).isEmpty();
    }

    @Test
    void publishes_a_rule_set_once_and_for_all() {
        assertThat(call("publishRuleSet", ruleSet("ab"))).isEqualTo("OK");
        ledger.commit();

        assertThat(call("publishRuleSet", ruleSet("ab"))).isEqualTo("OK");
        assertThat(ledger.written()).isEmpty();
        assertThat(call("publishRuleSet", ruleSet("cd"))).isEqualTo("RULE_SET_CONFLICT");
        assertThat(Called.of(ledger.call(Map.of(), "readRuleSet", "chafta-2015-1"))
                        .payload())
                .isEqualTo(ruleSet("ab"));
    }

    @Test
    void answers_a_record_that_is_not_there_with_nothing() {
        assertThat(Called.of(ledger.call(Map.of(), "readMember", "SG"))).isEqualTo(new Called(200, "", ""));
        assertThat(Called.of(ledger.call(Map.of(), "readRuleSet", "Bad Name")).code())
                .isEqualTo("CALL_INVALID");
    }

    private void admitted() {
        call("admitMember", ADMISSION, KEYS);
        ledger.commit();
    }

    private String call(String... call) {
        return Called.of(ledger.call(Map.of(), call)).code();
    }

    private static String admission(String member, boolean admitted) {
        return text(PublicRecords.write(
                new Admission(new MemberId(member), "Customs of " + member, "did:web:customs.example", admitted)));
    }

    private static String keys(String member, String keyId) {
        VerificationKey key = VerificationKey.forStatements(
                keyId, new byte[] {1}, Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
        return text(PublicRecords.write(
                new MemberKeys(new MemberId(member), List.of(key), Map.of("sample.note", Set.of(1)))));
    }

    private static String ruleSet(String digest) {
        return text(PublicRecords.write(new RuleSetDigest("chafta-2015-1", new Digest(digest.repeat(32)))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
