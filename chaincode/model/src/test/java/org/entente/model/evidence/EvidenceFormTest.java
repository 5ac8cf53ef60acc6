package org.entente.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.sample.Mutation;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The form of evidence and trust files: reader, writer and schema agree on the committed samples and on damaged ones. */
class EvidenceFormTest {
    private static final Path SAMPLES = Path.of("../../docs/guides/sample-evidence");

    @ParameterizedTest
    @CsvSource({"evidence.json, evidence-1", "another-story.json, evidence-1", "trust.json, trust-1"})
    void the_committed_samples_have_the_form_of_the_schema(String file, String schema) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(file));
        assertThat(schema(schema).validate(tree(bytes))).isEmpty();
    }

    @Test
    void what_is_read_is_written_byte_for_byte() throws IOException {
        byte[] file = Files.readAllBytes(SAMPLES.resolve("evidence.json"));
        assertThat(accepted(Evidence.parse(file)).bytes()).isEqualTo(file);
        byte[] trust = Files.readAllBytes(SAMPLES.resolve("trust.json"));
        assertThat(accepted(Trust.parse(trust)).bytes()).isEqualTo(trust);
    }

    /** The schema may allow what the reader refuses, never the other way round: else a reader without Java would stop. */
    @Test
    void what_is_read_has_the_form_of_the_schema_and_one_spelling_however_it_was_damaged() throws IOException {
        byte[] file = Files.readAllBytes(SAMPLES.resolve("another-story.json"));
        Schema schema = schema("evidence-1");
        Random random = new Random(10);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = Mutation.of(random, file);
            if (Evidence.parse(damaged) instanceof Checked.Accepted<Evidence>(Evidence read, var remarks)) {
                assertThat(read.bytes()).isEqualTo(damaged);
                assertThat(schema.validate(tree(damaged)))
                        .as(new String(damaged, StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
    }

    @Test
    void every_finding_is_told_at_once() throws IOException {
        String file = Files.readString(SAMPLES.resolve("evidence.json"));
        String wrong = file.replace("\"evidence\":1", "\"evidence\":7")
                .replace("\"chaincode\":\"entente\"", "\"chaincode\":\" \"")
                .replaceFirst("\"officer\":\"[^\"]*\"", "\"officer\":3");
        assertThat(Evidence.parse(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(rejected.findings().toString())
                                .contains("/evidence", "/statements/0/officer", "/proofs/0/ledger/chaincode"));
    }

    private static Schema schema(String name) throws IOException {
        String base = "https://entente.example/schema/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(
                Evidence.class.getResourceAsStream("/org/entente/model/schema/" + name + ".json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(base, text)))
                    .getSchema(SchemaLocation.of(base));
        }
    }

    private static JsonNode tree(byte[] bytes) {
        return accepted(StrictJson.parse(bytes, Evidence.MAX_BYTES));
    }

    private static <T> T accepted(Checked<T> checked) {
        if (checked instanceof Checked.Accepted<T>(T value, var remarks)) {
            return value;
        }
        throw new AssertionError(checked.toString());
    }
}
