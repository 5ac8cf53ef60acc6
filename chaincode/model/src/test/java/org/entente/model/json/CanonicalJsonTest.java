package org.entente.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void sorts_names_by_utf_16_units_as_in_rfc_8785_section_3_2_3() {
        JsonNode value =
                accepted("{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With"
                        + " Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\",\"\\u00f6\":"
                        + "\"Latin Small Letter O With Diaeresis\"}");

        assertThat(new String(CanonicalJson.bytes(value), UTF_8))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With"
                                + " Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew"
                                + " Letter Dalet With Dagesh\"}");
    }

    @Test
    void escapes_only_what_rfc_8785_section_3_2_2_2_escapes() {
        JsonNode value =
                accepted("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\b\\f\\t\\r\\u007f\\u2028\"");

        assertThat(new String(CanonicalJson.bytes(value), UTF_8))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\\r\u007f\u2028\"");
    }

    @Test
    void writes_what_the_reference_library_writes() throws IOException {
        Random random = new Random(8_785);
        for (int i = 0; i < 20_000; i++) {
            JsonNode value = Samples.anyJson(random, 6);
            byte[] own = CanonicalJson.bytes(value);
            // The library reads only objects and lists at the top.
            byte[] wrapped = ("[" + new String(own, UTF_8) + "]").getBytes(UTF_8);

            assertThat(wrapped).isEqualTo(new JsonCanonicalizer("[" + value + "]").getEncodedUTF8());
            assertThat(CanonicalJson.parseCanonical(own, own.length)).isInstanceOf(Checked.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"b\":1,\"a\":2}", "[1, 2]", "\"\\/\"", "\"\\u0041\"", "\"\\u000A\"", "\"\\u001F\"", "[1]\n"})
    void refuses_another_spelling(String json) {
        assertThat(CanonicalJson.parseCanonical(json.getBytes(UTF_8), 100))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(rejected.findings().toString()).contains("JSON_NOT_CANONICAL"));
    }

    @Test
    void accepts_no_second_sequence_of_bytes_for_a_value() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = Mutation.of(random, CanonicalJson.bytes(Samples.anyJson(random, 4)));
            if (CanonicalJson.parseCanonical(mutated, 100_000)
                    instanceof Checked.Accepted<JsonNode>(var value, var none)) {
                assertThat(CanonicalJson.bytes(value)).isEqualTo(mutated);
            }
        }
    }

    @Test
    void refuses_to_write_what_it_would_not_read() {
        JsonNode deep = NODES.numberNode(1);
        for (int i = 0; i < StrictJson.MAX_DEPTH; i++) {
            deep = NODES.arrayNode().add(deep);
        }
        assertThat(CanonicalJson.bytes(deep)).hasSize(2 * StrictJson.MAX_DEPTH + 1);
        refuses(NODES.arrayNode().add(deep));
        refuses(NODES.numberNode(0.5));
        refuses(NODES.numberNode(1L << 53));
        refuses(NODES.numberNode(-(1L << 53)));
        refuses(NODES.numberNode(Long.MIN_VALUE));
        refuses(NODES.numberNode(java.math.BigInteger.TWO.pow(70)));
        refuses(NODES.stringNode("\0"));
        refuses(NODES.stringNode("\ud800"));
        refuses(NODES.stringNode("\ude00\ud83d"));
        refuses(NODES.objectNode().put("\udc00", 1));
        refuses(NODES.binaryNode(new byte[1]));
        refuses(NODES.missingNode());
    }

    private static void refuses(JsonNode value) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(value));
    }

    private static JsonNode accepted(String json) {
        return ((Checked.Accepted<JsonNode>) StrictJson.parse(json.getBytes(UTF_8), 10_000)).value();
    }
}
