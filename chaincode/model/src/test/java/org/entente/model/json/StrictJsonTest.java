package org.entente.model.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictJsonTest {
    private static final int LIMIT = 4 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9007199254740991",
                "-9007199254740991",
                "\"\"",
                "\"\\ud83d\\ude80\"",
                "null",
                "true",
                " [ ] ",
                "{\"a\":{},\"b\":[1,\"2\",false]}",
                "\"\\u0001\"",
            })
    void reads_what_every_reader_reads_alike(String json) {
        assertThat(parse(json)).isInstanceOf(Checked.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1.0 | JSON_NUMBER_NOT_INTEGER",
                "1e2 | JSON_NUMBER_NOT_INTEGER",
                "1E400 | JSON_NUMBER_NOT_INTEGER",
                "0.12345678901234567890123456789 | JSON_NUMBER_NOT_INTEGER",
                "-0 | JSON_NUMBER_NOT_INTEGER",
                "-0.0 | JSON_NUMBER_NOT_INTEGER",
                "9007199254740992 | JSON_NUMBER_TOO_LARGE",
                "-9007199254740992 | JSON_NUMBER_TOO_LARGE",
                "-9223372036854775808 | JSON_NUMBER_TOO_LARGE",
                "123456789012345678901234567890 | JSON_NUMBER_TOO_LARGE",
                "01 | JSON_MALFORMED",
                "+1 | JSON_MALFORMED",
                ".5 | JSON_MALFORMED",
                "NaN | JSON_MALFORMED",
                "Infinity | JSON_MALFORMED",
                "1 2 | JSON_MALFORMED",
                "{} {} | JSON_MALFORMED",
                "{} x | JSON_MALFORMED",
                "[1,] | JSON_MALFORMED",
                "[1 | JSON_MALFORMED",
                "{\"a\":1 | JSON_MALFORMED",
                "{\"a\" | JSON_MALFORMED",
                "{a:1} | JSON_MALFORMED",
                "{'a':1} | JSON_MALFORMED",
                "// no | JSON_MALFORMED",
                "\"\\x\" | JSON_MALFORMED",
                "\"a | JSON_MALFORMED",
                "{\"a\":1,\"a\":1} | JSON_DUPLICATE_NAME",
                "{\"a\":1,\"\\u0061\":2} | JSON_DUPLICATE_NAME",
                "{\"b\":[{\"a\":1,\"c\":0,\"a\":null}]} | JSON_DUPLICATE_NAME",
                "\"\\u0000\" | JSON_TEXT_NUL",
                "{\"\\u0000\":1} | JSON_TEXT_NUL",
                "\"\\ud800\" | JSON_TEXT_LONE_SURROGATE",
                "\"\\udc00\\ud800\" | JSON_TEXT_LONE_SURROGATE",
                "\"\\ud800\\ud800\\udc00\" | JSON_TEXT_LONE_SURROGATE",
                "{\"\\udfff\":1} | JSON_TEXT_LONE_SURROGATE",
            })
    void refuses_what_readers_read_differently(String json, String code) {
        assertThat(codes(parse(json))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00ef\u00bb\u00bf{}",
                "\"\u00c0\u00af\"",
                "\"\u00c1\u0081\"",
                "\"\u00e0\u0080\u00af\"",
                "\"\u00f0\u0080\u0080\u00af\"",
                "\"\u00ed\u00a0\u0080\"",
                "\"\u00ed\u00b0\u0080\"",
                "\"\u00ed\u00a0\u00bd\u00ed\u00ba\u0080\"",
                "\"\u00f4\u0090\u0080\u0080\"",
                "\"\u0080\"",
                "\"\u00ff\"",
                "\"\u00e4\u00b8",
                "\u00fe\u00ff\u0000{",
                "{\u0000}",
                "\"\u0000\"",
                "\"\u0001\"",
                "\"\n\"",
            })
    void refuses_bytes_that_are_not_json_in_utf_8(String latin1) {
        assertThat(codes(StrictJson.parse(latin1.getBytes(ISO_8859_1), LIMIT))).containsExactly("JSON_MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "15, true", "16, true", "17, false", "18, false", "2000000, false"})
    void reads_sixteen_levels_and_no_more(int levels, boolean accepted) {
        String open = "[".repeat(levels);
        Checked<JsonNode> lists = parse(levels > 1_000 ? open : open + "]".repeat(levels));
        assertThat(lists instanceof Checked.Accepted).isEqualTo(accepted);
        if (!accepted) {
            assertThat(codes(lists)).containsExactly("JSON_TOO_DEEP");
        }
        if (levels < 1_000) {
            String objects = "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
            assertThat(parse(objects) instanceof Checked.Accepted).isEqualTo(accepted);
        }
    }

    @Test
    void reads_names_up_to_their_limit_and_texts_up_to_that_of_the_document() {
        assertThat(parse("{\"" + "n".repeat(200) + "\":1}")).isInstanceOf(Checked.Accepted.class);
        assertThat(codes(parse("{\"" + "n".repeat(201) + "\":1}"))).containsExactly("JSON_VALUE_TOO_LONG");
        assertThat(codes(parse("{\"" + "n".repeat(3_000_000) + "\":1}"))).containsExactly("JSON_VALUE_TOO_LONG");
        assertThat(parse("\"" + "t".repeat(3_000_000) + "\"")).isInstanceOf(Checked.Accepted.class);
        assertThat(codes(parse("1".repeat(3_000_000)))).containsExactly("JSON_NUMBER_TOO_LARGE");
        assertThat(codes(StrictJson.parse("[1]".getBytes(UTF_8), 2))).containsExactly("JSON_TOO_LARGE");
        assertThat(StrictJson.parse("[1]".getBytes(UTF_8), 3)).isInstanceOf(Checked.Accepted.class);
    }

    @Test
    void names_every_place_at_once_without_quoting_the_input() {
        Checked<JsonNode> read = parse("{\"a/b\":[0,1.5,{\"~\":-0}],\"a/b\":\"secret\\u0000\"}");

        assertThat(findings(read))
                .extracting(finding -> finding.code().name() + finding.pointer())
                .containsExactly(
                        "JSON_NUMBER_NOT_INTEGER/a~1b/1",
                        "JSON_NUMBER_NOT_INTEGER/a~1b/2/~0",
                        "JSON_TEXT_NUL/a~1b",
                        "JSON_DUPLICATE_NAME/a~1b");
        assertThat(findings(parse("{\"secret\":\"secret\" \"secret\"}")).toString())
                .doesNotContain("secret");
    }

    @Test
    void names_that_collide_in_one_document_do_not_decide_about_another() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 4_096; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                // "Aa" and "BB" have one hash code, and so have all their concatenations.
                name.append(((i >> bit) & 1) == 0 ? "Aa" : "BB");
            }
            json.append(i == 0 ? "" : ",").append('"').append(name).append("\":1");
        }
        for (int i = 0; i < 20; i++) {
            assertThat(parse(json + "}")).isInstanceOf(Checked.Accepted.class);
        }
    }

    @Test
    @Timeout(20)
    void costs_no_more_for_deep_long_names_than_for_short_ones() {
        String path = ("{\"" + "n".repeat(200) + "\":").repeat(15);
        String leaves = "[" + "1.5,".repeat(700_000) + "1]";

        assertThat(parse(path + "[1" + ",1".repeat(1_400_000) + "]" + "}".repeat(15)))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(findings(parse(path + leaves + "}".repeat(15)))).hasSize(Findings.LIMIT);
    }

    @Test
    void never_throws_whatever_the_bytes() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(40)] : Mutation.of(random, sample(random));
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            }
            assertThat(StrictJson.parse(bytes, LIMIT)).isNotNull();
        }
    }

    private static byte[] sample(Random random) {
        return Samples.anyJson(random, 4).toString().getBytes(UTF_8);
    }

    private static Checked<JsonNode> parse(String json) {
        return StrictJson.parse(json.getBytes(UTF_8), LIMIT);
    }

    private static List<Finding> findings(Checked<JsonNode> read) {
        return read instanceof Checked.Rejected<JsonNode>(var findings) ? findings : List.of();
    }

    private static List<String> codes(Checked<JsonNode> read) {
        return findings(read).stream().map(finding -> finding.code().name()).toList();
    }
}
