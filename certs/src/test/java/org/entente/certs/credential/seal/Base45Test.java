package org.entente.certs.credential.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
    /** RFC 9285, 4.3 and 4.4. */
    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    void keeps_to_the_examples_of_the_rfc(String text, String encoded) {
        assertThat(Base45.encode(text.getBytes(US_ASCII))).isEqualTo(encoded);
        assertThat(Base45.decode(encoded)).hasValue(text.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "BB8A", "GGW", ":::", "6V", "::", "bb8", "BB\u00e9", "BB!", "B\n8"})
    void refuses_what_encodes_no_bytes(String text) {
        assertThat(Base45.decode(text)).isEmpty();
    }

    @Test
    void takes_the_greatest_value_of_each_group() {
        assertThat(Base45.decode("FGW")).hasValue(new byte[] {-1, -1});
        assertThat(Base45.decode("U5")).hasValue(new byte[] {-1});
        assertThat(Base45.decode("V5")).isEmpty();
        assertThat(Base45.decode("")).hasValue(new byte[0]);
    }

    @Test
    void gives_back_all_bytes_and_has_one_text_for_them() {
        Random random = new Random(9285);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            String text = Base45.encode(bytes);
            assertThat(Base45.decode(text)).hasValue(bytes);
            if (!text.isEmpty()) {
                char[] other = text.toCharArray();
                other[random.nextInt(other.length)] = (char) (' ' + random.nextInt(60));
                Base45.decode(new String(other))
                        .ifPresent(read -> assertThat(Base45.encode(read)).isEqualTo(new String(other)));
            }
        }
    }
}
