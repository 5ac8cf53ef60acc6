package org.entente.model.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberRegistryTest {
    private static final byte[] ADMITTED =
            PublicRecords.write(new Admission(AU, "Customs", "did:web:au.example", true));
    private static final byte[] KEYS = PublicRecords.write(new MemberKeys(
            AU,
            List.of(VerificationKey.forStatements("k", new byte[] {1}, NOON, Optional.empty())),
            Map.of("test.counted", java.util.Set.of(1))));

    private final MemberRegistry registry = new MemberRegistry();

    @Test
    void trusts_nobody_at_first() {
        assertThat(registry.isAdmitted(AU, at(9))).isFalse();
        assertThat(registry.keys(AU, at(9))).isEmpty();
        assertThat(registry.ruleSet("chafta-2015-1", at(9))).isEmpty();
    }

    @Test
    void answers_for_each_position_with_what_was_written_before_it() {
        assertThat(registry.record(at(5), "member/AU", ADMITTED)).isTrue();
        byte[] expelled = PublicRecords.write(new Admission(AU, "Customs", "did:web:au.example", false));
        assertThat(registry.record(at(8), "member/AU", expelled)).isTrue();

        assertThat(registry.isAdmitted(AU, at(5))).isFalse();
        assertThat(registry.isAdmitted(AU, new Position(5, 1, 0))).isTrue();
        assertThat(registry.isAdmitted(AU, at(8)))
                .as("the write itself comes after")
                .isTrue();
        assertThat(registry.isAdmitted(AU, at(9))).isFalse();
        assertThat(registry.isAdmitted(CN, at(9))).isFalse();
    }

    @Test
    void takes_what_it_cannot_read_for_the_end_of_what_stood_there() {
        registry.record(at(1), "member/AU", ADMITTED);
        registry.record(at(1), "member/AU/keys", KEYS);
        assertThat(registry.keys(AU, at(2)).orElseThrow().reads("test.counted", 1))
                .isTrue();
        assertThat(registry.keys(AU, at(2)).orElseThrow().reads("test.counted", 2))
                .isFalse();

        assertThat(registry.record(at(3), "member/AU/keys", new byte[0])).isFalse();
        assertThat(registry.record(at(3), "member/AU", "{\"record\":2}".getBytes(UTF_8)))
                .isFalse();
        assertThat(registry.keys(AU, at(3))).isPresent();
        assertThat(registry.keys(AU, at(4))).isEmpty();
        assertThat(registry.isAdmitted(AU, at(4))).isFalse();

        registry.record(at(5), "member/AU/keys", KEYS);
        assertThat(registry.keys(AU, at(6))).isPresent();
    }

    @Test
    void takes_no_record_from_under_another_key() {
        assertThat(registry.record(at(1), "member/CN", ADMITTED)).isFalse();
        assertThat(registry.record(at(1), "member/CN/keys", KEYS)).isFalse();
        assertThat(registry.record(at(1), "member/AU/keys", ADMITTED)).isFalse();
        byte[] ruleSet = PublicRecords.write(new RuleSetDigest("b", Digest.NONE));
        assertThat(registry.record(at(1), "ruleset/a", ruleSet)).isFalse();
        assertThat(registry.record(at(1), "ruleset/b", ruleSet)).isTrue();
        assertThat(registry.isAdmitted(AU, at(9))).isFalse();
        assertThat(registry.keys(CN, at(9))).isEmpty();
        assertThat(registry.ruleSet("a", at(9))).isEmpty();
        assertThat(registry.ruleSet("b", at(9))).contains(Digest.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "member/",
                "member/au",
                "member/AU/",
                "member/AU/keys/",
                "member/AUS",
                "head",
                "xmember/AU",
                "ruleset/",
                "member/AU\n"
            })
    void changes_nothing_for_a_key_that_is_not_its_own(String key) {
        registry.record(at(1), "member/AU", ADMITTED);

        assertThat(registry.record(at(2), key, new byte[0])).isFalse();
        assertThat(registry.isAdmitted(AU, at(9))).isTrue();
    }

    private static Position at(long block) {
        return new Position(block, 0, 0);
    }
}
