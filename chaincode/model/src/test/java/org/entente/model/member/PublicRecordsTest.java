package org.entente.model.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.sample.CommittedFile;
import org.entente.model.sample.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicRecordsTest {
    private static final byte[] SPKI = {1, 2, 3};

    @Test
    void reads_only_bytes_that_it_would_write_and_never_throws() {
        sameBytes("member-admission-1.json", PublicRecords::readAdmission, PublicRecords::write);
        sameBytes("member-keys-1.json", PublicRecords::readKeys, PublicRecords::write);
        sameBytes("ruleset-1.json", PublicRecords::readRuleSet, PublicRecords::write);
    }

    private static <T> void sameBytes(String golden, Function<byte[], Checked<T>> read, Function<T, byte[]> write) {
        byte[] bytes = CommittedFile.golden(golden).bytes();
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            byte[] mutated = i == 0 ? bytes : Mutation.of(random, bytes);
            if (read.apply(mutated) instanceof Checked.Accepted<T>(T value, var none)) {
                assertThat(write.apply(value)).isEqualTo(mutated);
            } else {
                assertThat(i).as("the golden file is read").isPositive();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"record\":1 | \"record\":2",
                "\"member\":\"AU\" | \"member\":\"AUS\"",
                "\"reads\":[ | \"read\":[",
                "\"reads\":[ | \"reads\":[{\"type\":\"z\",\"version\":1},",
                "\"version\":2 | \"version\":1",
                "\"version\":2 | \"version\":0",
                "\"version\":2 | \"version\":10000",
                "\"keys\":[ | \"keys\":[],\"kez\":[",
                "\"validUntil\":\"2028 | \"validUntil\":\"2025",
                "\"validUntil\":\"2028-05-01T00:00:00Z | \"validUntil\":\"2026-05-01T00:00:00Z",
                "\"keyId\":\"key-1\" | \"keyId\":\"key/1\"",
                "\"publicKey\":\"M | \"publicKey\":\"=M",
                "\"purposes\":[\"statement\"], | \"purpose\":[\"statement\"],",
                "[\"statement\"] | []",
                "[\"statement\"] | [\"statement\",\"credential\"]",
                "[\"statement\"] | [\"statement\",\"statement\"]",
                "[\"statement\"] | [\"sealing\"]",
                "[\"statement\"] | \"statement\"",
                "[\"credential\"] | [\"statement\"]",
                "[\"credential\"] | [\"credential\",\"statement\"]",
            })
    void refuses_other_forms_of_keys(String part, String replacement) {
        String golden = new String(CommittedFile.golden("member-keys-1.json").bytes(), UTF_8);
        assertThat(golden).contains(part);

        assertThat(PublicRecords.readKeys(golden.replace(part, replacement).getBytes(UTF_8)))
                .isInstanceOf(Checked.Rejected.class);
    }

    @Test
    void publishes_one_to_twenty_keys_with_distinct_ids() {
        List<VerificationKey> twenty = java.util.stream.IntStream.range(0, MemberKeys.MAX_KEYS)
                .mapToObj(i -> key("k" + i))
                .toList();
        MemberKeys most = new MemberKeys(AU, twenty, Map.of());
        assertThat(PublicRecords.readKeys(PublicRecords.write(most)))
                .isEqualTo(new Checked.Accepted<>(most, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberKeys(AU, List.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemberKeys(AU, List.of(key("k"), key("k")), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemberKeys(
                        AU,
                        java.util.stream.Stream.concat(twenty.stream(), java.util.stream.Stream.of(key("one-more")))
                                .toList(),
                        Map.of()));
    }

    @Test
    void refuses_a_key_out_of_bounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.forStatements("k", SPKI, NOON, Optional.of(NOON)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.forStatements("k", SPKI, Instant.MIN, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.forStatements("k", SPKI, NOON, Optional.of(Instant.MAX)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.forStatements("k", new byte[0], NOON, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.forStatements("k", new byte[1_025], NOON, Optional.empty()));
        assertThat(VerificationKey.forStatements("k".repeat(64), new byte[1_024], NOON, Optional.of(NOON.plusNanos(1))))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.forStatements("k".repeat(65), SPKI, NOON, Optional.empty()));
    }

    @Test
    void names_pairs_and_streams_of_two_different_members() {
        assertThat(StreamId.ofCollection("AU-CN")).isEqualTo(new StreamId(AU, CN));
        assertThat(new StreamId(CN, AU).pair()).isEqualTo(new StreamId(AU, CN).pair());
        for (String wrong : List.of("AU-AU", "AUCN", "AU_CN", "AU-CN ", "au-cn", "_implicit_org_AU", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> StreamId.ofCollection(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Pair(CN, AU));
        assertThatIllegalArgumentException().isThrownBy(() -> Pair.of(AU, AU));
    }

    @Test
    void names_a_rule_set_in_lower_case_words() {
        assertThat(PublicRecords.ruleSetKey("chafta-2015-1")).isEqualTo("ruleset/chafta-2015-1");
        for (String wrong : List.of("", "A", "a/b", "-a", "a--b", "a".repeat(81))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RuleSetDigest(wrong, Digest.NONE));
        }
    }

    private static VerificationKey key(String id) {
        return VerificationKey.forStatements(id, SPKI, NOON, Optional.empty());
    }
}
