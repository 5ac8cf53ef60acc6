package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.Test;

/** Who counts as one caller, behind a proxy and without one. */
class PublicLimitTest {
    private static final String ONE = "--entente.verification.public-per-minute=1";
    private static final String FORWARDED = "X-Forwarded-For";

    private static int asked(Api api, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.at("/v1/public/verifications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"ENT1:\"}"));
        return api.send(headers.length == 0 ? request : request.headers(headers))
                .status();
    }

    @Test
    void without_trusted_proxies_whoever_claims_another_address_is_still_one() {
        try (Api api = Stage.shared().start("CN", ONE)) {
            assertThat(asked(api, FORWARDED, "203.0.113.1")).isEqualTo(200);
            assertThat(asked(api, FORWARDED, "203.0.113.2")).isEqualTo(429);
            assertThat(asked(api)).isEqualTo(429);
        }
    }

    @Test
    void proxies_that_are_trusted_are_others_than_their_callers_and_what_these_claim_does_not_count() {
        try (Api api = Stage.shared()
                .start(
                        "CN",
                        ONE,
                        "--entente.verification.trusted-proxies=127.0.0.0/8,::1,198.51.100.0/24,2001:db8:1::/48")) {
            assertThat(asked(api, FORWARDED, "203.0.113.1")).isEqualTo(200);
            assertThat(asked(api, FORWARDED, "203.0.113.2")).isEqualTo(200);
            for (String said : List.of(
                    "203.0.113.1",
                    "192.0.2.77, 203.0.113.1",
                    "127.0.0.1,203.0.113.1",
                    "192.0.2.78, 203.0.113.2 ,198.51.100.4, 2001:db8:1::9")) {
                assertThat(asked(api, FORWARDED, said)).as(said).isEqualTo(429);
            }
            assertThat(asked(api, FORWARDED, "192.0.2.79", FORWARDED, "203.0.113.1"))
                    .isEqualTo(429);
            assertThat(asked(api, FORWARDED, "2001:db8:2:3::1")).isEqualTo(200);
            assertThat(asked(api, FORWARDED, "2001:db8:2:3::2")).isEqualTo(429);
        }
    }

    @Test
    void what_a_proxy_says_in_other_words_counts_as_the_proxy() {
        try (Api api = Stage.shared().start("CN", ONE, "--entente.verification.trusted-proxies=127.0.0.1,::1")) {
            assertThat(asked(api)).isEqualTo(200);
            for (String said :
                    List.of("unknown", "customs.example", "203.0.113.300", "", "1.2.3", ":::", "[::1]:4711")) {
                assertThat(asked(api, FORWARDED, said)).as(said).isEqualTo(429);
            }
        }
    }
}
