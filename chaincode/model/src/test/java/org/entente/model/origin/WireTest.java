package org.entente.model.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.entente.model.sample.CommittedFile;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.entente.model.statement.Salt;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The bytes of version 1 of each statement, which never change, and the schemas that describe them. */
class WireTest {
    /** A certificate for the golden bytes only, apart from the samples, which may change. */
    private static final Certificate CERTIFICATE = CertificateJson.parse("""
            {"agreement":"ATIGA","ruleSet":"atiga-1","formType":"D","referenceNo":"GOLDEN/ID 1","office":"Sample Office",
             "issuedAt":"2026-04-14","exportCountry":"ID","importCountry":"SG","ceCode":"CE-1",
             "exporter":{"id":{"scheme":"sample","value":"1"},"name":"PT Contoh","address":"Jakarta","country":"ID"},
             "producer":{"name":"Sample Producer","country":"TH"},"consignee":{"name":"Sample Pte Ltd","country":"SG"},
             "transport":{"departureDate":"2026-04-16","vessel":"MV Sample","loading":"IDTPP","discharge":"SGSIN",
             "transit":["MY"],"containers":["SAMU1234565"]},"flags":["thirdCountryInvoicing","exhibition","backToBack"],
             "originals":[{"referenceNo":"TH-1","date":"2026-03-01","country":"TH","item":1,"quantity":"900.5","unit":"KGM"}],
             "thirdPartyInvoicer":{"name":"Sample AG","country":"CH"},"exhibition":{"name":"Fair","address":"Hall 1"},
             "items":[{"no":1,"hs":"39233010","hsEdition":2022,"description":"Bottles \u00e9 \u4e0a\u6d77","marks":"N/M",
             "packages":{"count":10,"kind":"CT"},"quantity":"900.5","unit":"KGM","grossWeightKg":"1000",
             "fob":{"amount":"2500.5","currency":"USD"},"criteria":["CTSH","RVC"],"rvcPercent":38,
             "invoices":[{"number":"INV-1","date":"2026-04-10"}],"originCountry":"TH"}]}
            """.getBytes(StandardCharsets.UTF_8))
            .certificate()
            .orElseThrow();

    private static final CertificateId ID = CERTIFICATE.id();
    private static final UseKey USE = new UseKey(1, "SG-2026/000123", 2);
    private static final String BASE = "https://entente.example/schema/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    statements().collect(Collectors.toMap(each -> BASE + file(each), each -> schemaText(file(each))))));

    static Stream<OriginStatement> statements() {
        return Stream.of(
                new OriginStatement.Issued(CERTIFICATE),
                new OriginStatement.Acknowledged(
                        ID,
                        OriginStatement.Outcome.REFUSED,
                        List.of(new OriginStatement.Reason(
                                RefusalReason.RVC_SHORT, List.of(1), Optional.of("38% claimed, 33% found")))),
                new OriginStatement.Used(
                        ID, USE, Quantity.parse("450.25"), new UnitCode("KGM"), LocalDate.parse("2026-05-01")),
                new OriginStatement.UseReversed(ID, USE, Optional.of("declaration withdrawn")),
                new OriginStatement.Cancelled(ID, Optional.of("replaced by GOLDEN/ID 2")));
    }

    private static String file(OriginStatement statement) {
        return statement.type().name() + "-" + statement.type().version() + ".json";
    }

    @ParameterizedTest
    @MethodSource("statements")
    void todays_writer_gives_the_golden_bytes_and_todays_reader_reads_them(OriginStatement statement) {
        StreamId stream = statement.type().equals(OriginStatement.ISSUED)
                        || statement.type().equals(OriginStatement.CANCELLED)
                ? StreamId.ofCollection("ID-SG")
                : StreamId.ofCollection("SG-ID");
        StatementDraft draft = new StatementDraft(
                stream,
                new StatementId("c".repeat(64)),
                statement.type(),
                ID.subject(),
                Instant.parse("2026-05-04T10:32:00Z"),
                "desk-7",
                new Salt("AAECAwQFBgcICQoLDA0ODw"),
                statement.body());
        CommittedFile golden = CommittedFile.golden(file(statement));

        golden.holds(draft.seal(1, Digest.NONE).bytes());

        Checked<SealedStatement> read = SealedStatement.parse(golden.bytes());
        assertThat(read).isInstanceOfSatisfying(Checked.Accepted.class, accepted -> {
            SealedStatement sealed = (SealedStatement) accepted.value();
            StatementDraft said = sealed.statement().draft();
            assertThat(OriginStatement.read(said.type(), said.body()))
                    .isEqualTo(new Checked.Accepted<>(statement, List.of()));
        });
    }

    @ParameterizedTest
    @MethodSource("statements")
    void the_schema_agrees_with_the_reader_on_the_body_and_on_damaged_copies(OriginStatement statement) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + file(statement)));
        byte[] bytes = CanonicalJson.bytes(statement.body());
        assertThat(schema.validate(tree(bytes))).isEmpty();
        Random random = new Random(file(statement).hashCode());
        int refusedByBoth = 0;
        for (int i = 0; i < 3_000; i++) {
            if (!(StrictJson.parse(Mutation.of(random, bytes), 100_000)
                    instanceof Checked.Accepted<JsonNode>(JsonNode node, var none))) {
                continue;
            }
            boolean fits = schema.validate(node).isEmpty();
            Checked<OriginStatement> read = OriginStatement.read(statement.type(), node);
            if (read instanceof Checked.Rejected<OriginStatement>(var findings)) {
                refusedByBoth += fits ? 0 : 1;
                assertThat(!fits || findings.stream().allMatch(WireTest::isBeyondASchema))
                        .as("the schema accepts %s, the reader says %s", node, findings)
                        .isTrue();
            } else {
                assertThat(fits).as("the reader accepts %s", node).isTrue();
            }
        }
        assertThat(refusedByBoth).isPositive();
    }

    private static boolean isBeyondASchema(Finding finding) {
        return finding.code().name().equals("ORIGIN_DATE_INVALID")
                || finding.detail().equals("the text is empty");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void seeded_damage_to_a_body_never_throws_in_the_fold(OriginStatement statement) {
        byte[] bytes = CanonicalJson.bytes(statement.body());
        Random random = new Random(99);
        for (int i = 0; i < 500; i++) {
            Talk talk = new Talk();
            talk.says(Talk.AU, new OriginStatement.Issued(SampleCertificates.chafta()));
            if (StrictJson.parse(Mutation.of(random, bytes), 100_000)
                            instanceof Checked.Accepted<JsonNode>(JsonNode node, var none)
                    && node.isObject()) {
                talk.considers(Samples.AU_CN, Talk.id(1_000 + i), statement.type(), ID.subject(), node)
                        .ifPresent(
                                judgement -> assertThat(Talk.codes(judgement)).doesNotContain("STATEMENT_RULE_FAILED"));
            }
        }
    }

    private static String schemaText(String file) {
        try (InputStream in = Objects.requireNonNull(
                OriginStatement.class.getResourceAsStream("/org/entente/model/schema/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] bytes) {
        return SampleCertificates.parse(new String(bytes, StandardCharsets.UTF_8));
    }
}
