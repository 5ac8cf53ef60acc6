package org.entente.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.member.PublicRecords;
import org.entente.model.sample.CommittedFile;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.entente.model.statement.Batch;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StoredHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schemas say what the readers do, up to the checks that a schema cannot express, which each {@code $comment} lists. */
class SchemaTest {
    private static final String BASE = "https://entente.example/schema/";

    private static final Map<String, Function<byte[], Checked<?>>> READERS = Map.of(
            "statement-envelope-1.json", SealedStatement::parse,
            "batch-1.json", Batch::parse,
            "head-1.json", StoredHead::read,
            "member-admission-1.json", PublicRecords::readAdmission,
            "member-keys-1.json", PublicRecords::readKeys,
            "ruleset-1.json", PublicRecords::readRuleSet);

    /** What a reader may find in a document that fits its schema: relations between values. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "STATEMENT_ENVELOPE_INVALID",
            "STATEMENT_STREAM_MISMATCH",
            "BATCH_COUNT_MISMATCH",
            "BATCH_ROOT_MISMATCH",
            "BATCH_CHAIN_BROKEN",
            "BATCH_ID_TWICE");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas()));

    private static Map<String, String> schemas() {
        Map<String, String> texts = new HashMap<>();
        READERS.keySet().forEach(name -> texts.put(BASE + name, resource(name)));
        return texts;
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Batch.class.getResourceAsStream("/org/entente/model/schema/" + name))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement-envelope-1.json",
                "batch-1.json",
                "head-1.json",
                "member-admission-1.json",
                "member-keys-1.json",
                "ruleset-1.json",
            })
    void agrees_with_its_reader_on_the_golden_file_and_on_damaged_copies(String name) {
        byte[] golden = CommittedFile.golden(name).bytes();
        Function<byte[], Checked<?>> reader = reader(name);
        assertThat(schema(name).validate(tree(golden))).isEmpty();
        Random random = new Random(name.hashCode());
        int differing = 0;
        for (int i = 0; i < 3_000; i++) {
            if (!(StrictJson.parse(Mutation.of(random, golden), 100_000)
                    instanceof Checked.Accepted<JsonNode>(JsonNode node, var none))) {
                continue;
            }
            boolean fits = schema(name).validate(node).isEmpty();
            Checked<?> read = reader.apply(CanonicalJson.bytes(node));
            if (read instanceof Checked.Accepted) {
                assertThat(fits).as("the reader accepts %s", node).isTrue();
            } else if (fits) {
                differing++;
                assertThat(findings(read)).as("the schema accepts %s", node).allMatch(SchemaTest::isBeyondASchema);
            }
        }
        assertThat(differing).isLessThan(3_000);
    }

    private static boolean isBeyondASchema(Finding finding) {
        boolean relation = BEYOND_A_SCHEMA.contains(finding.code().name());
        boolean ofKeysOrTimes = finding.pointer().startsWith("/keys")
                || finding.pointer().startsWith("/reads")
                || finding.pointer().endsWith("/effectiveFrom")
                || finding.pointer().endsWith("/signature");
        boolean blank = finding.detail().equals("the text is empty");
        return relation || (finding.code().name().equals("JSON_VALUE_INVALID") && (ofKeysOrTimes || blank));
    }

    @Test
    void accepts_every_statement_that_the_reader_accepts() {
        Random random = new Random(2020_12);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = Samples.draft(random, Samples.AU_CN, "subject " + i, Samples.anyObject(random, 6))
                    .seal(i + 2, other())
                    .bytes();
            assertThat(SealedStatement.parse(bytes)).isInstanceOf(Checked.Accepted.class);
            assertThat(schema("statement-envelope-1.json").validate(tree(bytes)))
                    .isEmpty();
        }
    }

    @Test
    void leaves_to_the_reader_what_a_schema_cannot_express() {
        String golden =
                new String(CommittedFile.golden("statement-envelope-1.json").bytes(), UTF_8);
        onlyTheReaderRefuses(golden.replace("\"audience\":\"CN\"", "\"audience\":\"AU\""));
        onlyTheReaderRefuses(golden.replace("\"sequence\":1", "\"sequence\":2"));
        onlyTheReaderRefuses(golden.replace("2026-05-04", "2026-02-30"));
        onlyTheReaderRefuses(golden.replace("\"desk-7\"", "\" \""));
        onlyTheReaderRefuses(golden.replace("\"body\":{", "\"body\":{\"n\":" + "[".repeat(13) + "]".repeat(13) + ","));
        onlyTheReaderRefuses(golden.replace("{\"audience\"", "{ \"audience\""));
        onlyTheReaderRefuses(golden.replace("\"desk-7\"", "\"" + "\ud83d\ude80".repeat(51) + "\""));
    }

    private static void onlyTheReaderRefuses(String json) {
        assertThat(schema("statement-envelope-1.json").validate(tree(json.getBytes(UTF_8))))
                .isEmpty();
        assertThat(SealedStatement.parse(json.getBytes(UTF_8))).isInstanceOf(Checked.Rejected.class);
    }

    private static org.entente.model.ledger.Digest other() {
        return new org.entente.model.ledger.Digest("e".repeat(64));
    }

    private static Function<byte[], Checked<?>> reader(String name) {
        return Objects.requireNonNull(READERS.get(name));
    }

    private static JsonNode tree(byte[] bytes) {
        return ((Checked.Accepted<JsonNode>) StrictJson.parse(bytes, 1_000_000)).value();
    }

    private static List<Finding> findings(Checked<?> read) {
        return read instanceof Checked.Rejected<?>(List<Finding> findings) ? findings : List.of();
    }
}
