package org.entente.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SwiftReaderTest {
    private static final int DEPTH = StrictJson.MAX_DEPTH;

    @Test
    void never_reads_what_the_parser_refuses_nor_reads_it_otherwise() {
        Random random = new Random(20_261_124);
        int swift = 0;
        for (int i = 0; i < 60_000; i++) {
            JsonNode value = Samples.anyJson(random, 5);
            byte[] good = i % 2 == 0 ? value.toString().getBytes(UTF_8) : CanonicalJson.bytes(value);
            byte[] bytes = i % 3 == 0 ? good : Mutation.of(random, good);
            int depth = 1 + random.nextInt(DEPTH);
            ReadJson read = SwiftReader.read(bytes, depth);
            if (read != null) {
                swift++;
                Checked<ReadJson> thorough = StrictJson.thoroughly(bytes, depth);
                assertThat(thorough).isInstanceOf(Checked.Accepted.class);
                JsonNode expected =
                        ((Checked.Accepted<ReadJson>) thorough).value().value();
                assertThat(read.value()).isEqualTo(expected).hasToString(expected.toString());
                assertThat(read.canonical()).isEqualTo(CanonicalJson.bytes(expected));
            }
        }
        assertThat(swift).isGreaterThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "0",
                "-9007199254740991",
                "{\"\":1,\"a\":[true,false,null],\"b\":{\"c\":\"\u6d77\ud83d\ude80\u007f\"},\"\u00e9\":\"\"}",
            })
    void reads_canonical_bytes_and_knows_that_they_are(String json) {
        byte[] bytes = json.getBytes(UTF_8);

        ReadJson read = swiftly(bytes);

        assertThat(read.knownCanonical()).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {" {}", "{} ", "[1, 2]", "{\"b\":1,\"a\":2}", "[{\"b\":1,\"a\":2}]", "{\"a\" :1}"})
    void does_not_take_other_bytes_for_canonical(String json) {
        ReadJson read = swiftly(json.getBytes(UTF_8));

        assertThat(read.knownCanonical()).isEmpty();
        assertThat(read.canonical()).isNotEqualTo(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\n\"", "1.5", "1e2", "-0", "01", "{\"a\":1,\"a\":1}", "{\"b\":1,\"a\":1,\"b\":1}", "[1"})
    void leaves_to_the_parser_what_it_does_not_know(String json) {
        assertThat(SwiftReader.read(json.getBytes(UTF_8), DEPTH)).isNull();
    }

    @Test
    void cuts_a_member_out_of_the_bytes_as_if_the_rest_were_written_anew() {
        Random random = new Random(20_261_125);
        for (int i = 0; i < 5_000; i++) {
            ObjectNode object = Samples.anyObject(random, 4);
            byte[] bytes =
                    i % 2 == 0 ? CanonicalJson.bytes(object) : object.toString().getBytes(UTF_8);
            ReadJson read = ((Checked.Accepted<ReadJson>) StrictJson.read(bytes, bytes.length)).value();
            for (String name : object.propertyNames()) {
                ObjectNode rest = object.deepCopy();
                rest.remove(name);
                assertThat(read.canonicalWithout(name)).isEqualTo(CanonicalJson.bytes(rest));
            }
            assertThat(read.canonicalWithout("not there")).isEqualTo(CanonicalJson.bytes(object));
        }
    }

    @Test
    void cuts_members_out_of_objects_alone() {
        ReadJson list = ReadJson.of(Samples.count(1).putArray("list"));

        assertThatIllegalArgumentException().isThrownBy(() -> list.canonicalWithout("a"));
    }

    private static ReadJson swiftly(byte[] bytes) {
        return Objects.requireNonNull(SwiftReader.read(bytes, DEPTH));
    }
}
