package org.entente.model.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.VerificationKey;
import org.entente.model.sample.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustFileTest {
    private static final Position PLACE = new Position(7, 1, 0);
    private static final Trust TRUST = new Trust(
            Map.of(
                    AU,
                    new TrustedMember(Set.of(Digest.of(new byte[] {1})), List.of(), Optional.of(issuer("au"))),
                    CN,
                    new TrustedMember(Set.of(), List.of())),
            Optional.of(new AsOf(NOON, Optional.of(PLACE))));

    @Test
    void reads_what_it_wrote() {
        assertThat(Trust.parse(TRUST.bytes())).isEqualTo(new Checked.Accepted<>(TRUST, List.of()));
        assertThat(TRUST.memberOf("did:web:customs.example.au")).contains(AU);
        assertThat(TRUST.memberOf("did:web:customs.example.cn")).isEmpty();
        assertThat(Trust.parse("{\"members\":{},\"trust\":1}".getBytes(UTF_8)))
                .isEqualTo(new Checked.Accepted<>(Trust.NOBODY, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"asOf\":{ | \"asof\":{",
                "\"time\":\"2 | \"time\":\"x",
                "[\"credential\"] | [\"statement\"]",
                "did:web: | web:",
                "origin.certificate | Origin",
                "CHAFTA | chafta",
                "\"block\":7 | \"block\":-1",
                "\"name\":\"C | \"names\":\"C",
                "\"until\":\"2028 | \"until\":\"2020",
            })
    void refuses_other_forms(String part, String replacement) {
        String file = new String(TRUST.bytes(), UTF_8);
        assertThat(file).contains(part);

        assertThat(Trust.parse(file.replace(part, replacement).getBytes(UTF_8))).isInstanceOf(Checked.Rejected.class);
    }

    @Test
    void never_throws_on_a_damaged_file() {
        java.util.Random random = new java.util.Random(20_261_123);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = Mutation.of(random, TRUST.bytes());
            assertThat(Trust.parse(damaged)).isNotNull();
        }
    }

    @Test
    void knows_issuers_only_as_of_some_time_and_each_by_its_own_did() {
        TrustedMember au = new TrustedMember(Set.of(), List.of(), Optional.of(issuer("au")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Trust(Map.of(AU, au)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trust(Map.of(AU, au, CN, au), Optional.of(new AsOf(NOON, Optional.empty()))));
    }

    @Test
    void entitles_from_the_first_moment_until_just_before_the_last() {
        TrustedIssuer issuer = issuer("au");
        for (String claim : List.of("origin.certificate", "aeo.status")) {
            assertThat(issuer.isEntitled(claim, "CHAFTA", NOON)).isEqualTo(claim.equals("origin.certificate"));
        }
        assertThat(issuer.isEntitled(Entitlement.ORIGIN_CERTIFICATE, "ATIGA", NOON))
                .isFalse();
        assertThat(issuer.isEntitled(Entitlement.ORIGIN_CERTIFICATE, "CHAFTA", NOON.minusNanos(1)))
                .isFalse();
        assertThat(issuer.isEntitled(Entitlement.ORIGIN_CERTIFICATE, "CHAFTA", END.minusNanos(1)))
                .isTrue();
        assertThat(issuer.isEntitled(Entitlement.ORIGIN_CERTIFICATE, "CHAFTA", END))
                .isFalse();
    }

    private static final java.time.Instant END = java.time.Instant.parse("2028-01-01T00:00:00Z");

    private static TrustedIssuer issuer(String code) {
        VerificationKey key = new VerificationKey(
                "k", new byte[] {1}, Set.of(KeyPurpose.CREDENTIAL), NOON, Optional.of(NOON.plusSeconds(60)));
        return new TrustedIssuer(
                "Customs of " + code,
                "did:web:customs.example." + code,
                List.of(new TrustedKey(key, Optional.of(PLACE))),
                List.of(new Entitlement(
                        Entitlement.ORIGIN_CERTIFICATE,
                        "CHAFTA",
                        Optional.of(NOON),
                        Optional.of(java.time.Instant.parse("2028-01-01T00:00:00Z")))));
    }
}
