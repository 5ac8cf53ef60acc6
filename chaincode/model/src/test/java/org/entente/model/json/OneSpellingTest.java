package org.entente.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneSpellingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "2026-05-03T10:32:00Z",
                "2026-05-03T10:32:00.120Z",
                "2026-05-03T10:32:00.000001Z",
                "2024-02-29T00:00:00Z",
            })
    void reads_a_moment_in_its_one_spelling(String text) {
        assertThat(UtcTime.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "2026-05-03T10:32Z",
                "2026-05-03T10:32:00+00:00",
                "2026-05-03T18:32:00+08:00",
                "2026-05-03T10:32:00.1Z",
                "2026-05-03T10:32:00.120000Z",
                "2026-05-03T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "2026-05-03t10:32:00z",
                "2026-05-03",
                "",
                "2026-05-03T10:32:00Z ",
                "\u0662026-05-03T10:32:00Z",
            })
    void refuses_other_moments_and_other_spellings(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> UtcTime.parse(text));
    }

    @Test
    void refuses_a_moment_that_has_no_text() {
        assertThatIllegalArgumentException().isThrownBy(() -> UtcTime.check(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> UtcTime.check(Instant.MIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "AAA=", "AAAA", "+/+/"})
    void reads_base64_in_its_one_spelling(String text) {
        assertThat(Base64Text.write(Base64Text.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AB==", "AAB=", "AA=", "-_-_", "AAAA\n", "A", "\u0410AAA", "AA==AA=="})
    void refuses_other_spellings_of_base64(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Base64Text.parse(text));
    }
}
