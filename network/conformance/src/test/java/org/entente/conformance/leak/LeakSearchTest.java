package org.entente.conformance.leak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeakSearchTest {
    private static final String VALUE = "certificate?>~ 0455871";

    private final LeakSearch search = new LeakSearch(List.of("another value", VALUE));

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void finds_every_spelling_amid_other_bytes(Spelling spelling) {
        byte[] needle = spelling.of(VALUE.getBytes(UTF_8));
        byte[] hay = new byte[10_000];
        new Random(1).nextBytes(hay);
        System.arraycopy(needle, 0, hay, 7_777, needle.length);

        assertThat(search.in("hay", hay)).containsExactly(new Leak("hay", VALUE, spelling, 7_777));
    }

    @Test
    void finds_base64_of_a_longer_text_at_every_alignment_and_in_both_alphabets() {
        for (int before = 0; before < 12; before++) {
            byte[] text = ("{\"number\":\"".substring(0, Math.min(before, 11)) + VALUE + "\",\"x\":1}").getBytes(UTF_8);

            assertThat(search.in("standard", Base64.getEncoder().encode(text))).hasSize(1);
            assertThat(search.in("url", Base64.getUrlEncoder().encode(text))).hasSize(1);
        }
    }

    @Test
    void finds_a_value_at_the_very_start_and_end() {
        assertThat(search.in("hay", VALUE.getBytes(UTF_8))).hasSize(1);
        assertThat(search.in("hay", VALUE.substring(1).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void refuses_values_that_would_be_found_everywhere() {
        assertThatThrownBy(() -> new LeakSearch(List.of("12"))).isInstanceOf(IllegalArgumentException.class);
    }
}
