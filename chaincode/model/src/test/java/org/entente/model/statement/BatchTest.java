package org.entente.model.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.model.sample.Samples.AU_CN;
import static org.entente.model.sample.Samples.CN_AU;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;
import org.entente.model.sample.Keys;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class BatchTest {
    private static final BatchSigner SIGNER = Keys.signer("key-1", Keys.fresh());

    private final Random random = new Random(20_261_123);

    @Test
    void reads_back_what_it_sealed() {
        StreamHead head = StreamHead.START;
        for (int size = 1; size <= 12; size++) {
            Batch batch = Batch.seal(head, drafts(size), SIGNER);

            assertThat(Batch.parse(batch.bytes())).isEqualTo(new Checked.Accepted<>(batch, List.of()));
            assertThat(head.continuedBy(batch.header())).isTrue();
            for (SealedStatement each : batch.statements()) {
                assertThat(SealedStatement.parse(each.bytes())).isEqualTo(new Checked.Accepted<>(each, List.of()));
            }
            head = batch.newHead();
        }
        assertThat(head.sequence()).isEqualTo(78);
    }

    @Test
    void reads_only_bytes_that_it_would_write_and_never_throws() {
        int accepted = 0;
        for (int i = 0; i < 6_000; i++) {
            byte[] bytes = Batch.seal(StreamHead.START, drafts(1 + random.nextInt(3)), SIGNER)
                    .bytes();
            byte[] mutated = Mutation.of(random, bytes);
            if (Batch.parse(mutated) instanceof Checked.Accepted<Batch>(Batch batch, var none)) {
                accepted++;
                assertThat(Batch.bytes(batch.header(), batch.signature(), batch.statements()))
                        .isEqualTo(mutated);
                assertThat(batch.statements().stream()
                                .map(SealedStatement::digest)
                                .toList())
                        .as("only the signature, which the reader checks, can differ")
                        .isEqualTo(
                                Batch.parse(bytes) instanceof Checked.Accepted<Batch>(Batch original, var no)
                                        ? original.statements().stream()
                                                .map(SealedStatement::digest)
                                                .toList()
                                        : List.of());
            }
        }
        assertThat(accepted).isLessThan(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"count\":2 | \"count\":3 | BATCH_COUNT_MISMATCH",
                "\"count\":2 | \"count\":0 | JSON_VALUE_INVALID",
                "\"count\":2 | \"count\":2001 | JSON_VALUE_INVALID",
                "\"merkleRoot\":\" | \"merkleRoot\":\"f | JSON_VALUE_INVALID",
                "\"firstSequence\":1 | \"firstSequence\":2 | STATEMENT_ENVELOPE_INVALID",
                "\"header\":1, | \"header\":2, | JSON_VALUE_INVALID",
                "\"keyId\":\"key-1\" | \"keyId\":\"key 1\" | JSON_VALUE_INVALID",
                "\"sequence\":2 | \"sequence\":3 | BATCH_CHAIN_BROKEN",
                "\"by\" | \"By\" | BATCH_ROOT_MISMATCH",
                "\"envelope\":1 | \"envelope\":2 | JSON_VALUE_INVALID",
                "\"envelope\":1 | \"envelope\":1,\"extra\":1 | JSON_MEMBER_UNKNOWN",
                "\"officer\":\"desk-7\", |  | JSON_MEMBER_MISSING",
                "\"officer\":\"desk-7\" | \"officer\":null | JSON_TYPE_WRONG",
                "\"officer\":\"desk-7\" | \"officer\":\" \" | JSON_VALUE_INVALID",
                "\"author\":\"AU\" | \"author\":\"au\" | JSON_VALUE_INVALID",
                "\"audience\":\"CN\" | \"audience\":\"AU\" | STATEMENT_ENVELOPE_INVALID",
                "\"effectiveFrom\":\"2026 | \"effectiveFrom\":\"+12026 | JSON_VALUE_INVALID",
                "\"signature\":\" | \"signature\":\"@ | STATEMENT_ENVELOPE_INVALID",
                "\"statements\":[ | \"statements\":{},\"x\":[ | BATCH_COUNT_MISMATCH",
                "\"statements\":[ | \"statements\":[1, | JSON_TYPE_WRONG",
                "{\"header\": | { \"header\": | JSON_NOT_CANONICAL",
                "\"by\": | \"\\u0062y\": | JSON_NOT_CANONICAL",
            })
    void refuses_other_forms(String part, String replacement, String code) {
        String json = new String(Batch.seal(StreamHead.START, drafts(2), SIGNER).bytes(), UTF_8);
        assertThat(json).contains(part);

        assertThat(codes(Batch.parse(json.replace(part, replacement == null ? "" : replacement)
                        .getBytes(UTF_8))))
                .contains(code);
    }

    @Test
    void refuses_a_statement_of_another_stream_or_a_repeated_id() {
        StatementDraft mine = drafts(1).getFirst();
        StatementDraft foreign = Samples.draft(random, CN_AU, "subject", Samples.count(1));

        assertThat(codes(Batch.parse(forged(List.of(foreign))))).containsExactly("STATEMENT_STREAM_MISMATCH");
        assertThat(codes(Batch.parse(forged(List.of(mine, mine))))).containsExactly("BATCH_ID_TWICE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.seal(StreamHead.START, List.of(mine, mine), SIGNER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.seal(StreamHead.START, List.of(mine, foreign), SIGNER));
        assertThatIllegalArgumentException().isThrownBy(() -> Batch.seal(StreamHead.START, List.of(), SIGNER));
    }

    /** A batch of AU to CN around any statements, with a right chain and root. */
    private byte[] forged(List<StatementDraft> drafts) {
        List<SealedStatement> statements = new ArrayList<>();
        Digest previous = Digest.NONE;
        for (StatementDraft draft : drafts) {
            statements.add(draft.seal(statements.size() + 1, previous));
            previous = statements.getLast().digest();
        }
        Digest root =
                MerkleTree.root(statements.stream().map(SealedStatement::digest).toList());
        BatchHeader header = new BatchHeader(AU_CN, 1, drafts.size(), Digest.NONE, root, "key-1");
        return Batch.bytes(header, new byte[] {1}, statements);
    }

    @Test
    void holds_two_thousand_statements_and_no_more() {
        List<StatementDraft> most = drafts(StatementLimits.MAX_BATCH_STATEMENTS);
        Batch batch = Batch.seal(StreamHead.START, most, SIGNER);
        assertThat(Batch.parse(batch.bytes())).isInstanceOf(Checked.Accepted.class);

        List<StatementDraft> more = new ArrayList<>(most);
        more.addAll(drafts(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Batch.seal(StreamHead.START, more, SIGNER));
    }

    @Test
    void refuses_bytes_beyond_the_limits() {
        assertThat(codes(Batch.parse(new byte[StatementLimits.MAX_BATCH_BYTES + 1])))
                .containsExactly("BATCH_TOO_LARGE");
        assertThat(codes(SealedStatement.parse(new byte[StatementLimits.MAX_STATEMENT_BYTES + 1])))
                .containsExactly("STATEMENT_TOO_LARGE");
        String large = "x".repeat(StatementLimits.MAX_STATEMENT_BYTES - 2_000);
        List<StatementDraft> six = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            six.add(draft(JsonNodeFactory.instance.objectNode().put("text", large)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Batch.seal(StreamHead.START, six, SIGNER));
        assertThat(Batch.parse(
                        Batch.seal(StreamHead.START, six.subList(0, 6), SIGNER).bytes()))
                .isInstanceOf(Checked.Accepted.class);
    }

    @Test
    void says_beforehand_what_every_reader_would_refuse() {
        int spare = StatementLimits.MAX_STATEMENT_BYTES - sizeOf("");
        assertThat(text("x".repeat(spare)).check()).isEmpty();
        assertThat(text("x".repeat(spare + 1)).check()).isNotEmpty();
        assertThat(text("\u0000").check()).isNotEmpty();
        assertThat(text("\ud800").check()).isNotEmpty();
        assertThat(draft(JsonNodeFactory.instance.objectNode().put("n".repeat(200), 1))
                        .check())
                .isEmpty();
        assertThat(draft(JsonNodeFactory.instance.objectNode().put("n".repeat(201), 1))
                        .check())
                .isNotEmpty();
        assertThat(draft(JsonNodeFactory.instance.objectNode().put("n", new java.math.BigDecimal("0.5")))
                        .check())
                .isNotEmpty();
        StatementDraft deepest = draft(nested(StatementLimits.MAX_STATEMENT_DEPTH - 1));
        assertThat(deepest.check()).isEmpty();
        assertThat(Batch.parse(
                        Batch.seal(StreamHead.START, List.of(deepest), SIGNER).bytes()))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(draft(nested(StatementLimits.MAX_STATEMENT_DEPTH)).check()).isNotEmpty();
    }

    @Test
    void refuses_a_draft_out_of_bounds() {
        StatementDraft good = drafts(1).getFirst();
        refusesDraft(good, " ", "officer", good.effectiveFrom());
        refusesDraft(good, "s".repeat(201), "officer", good.effectiveFrom());
        refusesDraft(good, "subject", "", good.effectiveFrom());
        refusesDraft(good, "subject", "o".repeat(101), good.effectiveFrom());
        refusesDraft(good, "subject", "officer", Instant.MAX);
        refusesDraft(good, "subject", "officer", Instant.parse("0000-12-31T23:59:59Z"));
    }

    @Test
    void says_the_same_thing_twice_with_one_content_digest() {
        StatementDraft one = drafts(1).getFirst();
        StatementDraft again = new StatementDraft(
                one.stream(),
                one.id(),
                one.type(),
                one.subject(),
                one.effectiveFrom(),
                one.officer(),
                Samples.salt(random),
                one.body());
        StatementDraft other = new StatementDraft(
                one.stream(),
                one.id(),
                one.type(),
                one.subject(),
                one.effectiveFrom(),
                "desk-8",
                one.salt(),
                one.body());

        assertThat(again.contentDigest()).isEqualTo(one.contentDigest());
        assertThat(other.contentDigest()).isNotEqualTo(one.contentDigest());
    }

    @Test
    void cuts_the_content_digest_out_of_the_bytes_of_any_statement() {
        List<String> texts = List.of("desk-7", "\",\"statementId\":\"", "\u4e0a\u6d77 \ud83d\ude80", "a\\b/c\n");
        for (int i = 0; i < 2_000; i++) {
            StatementDraft draft = new StatementDraft(
                    i % 2 == 0 ? AU_CN : CN_AU,
                    Samples.id(random),
                    new StatementType(
                            i % 3 == 0 ? "test.counted" : "origin.certificate.issued", 1 + random.nextInt(9_999)),
                    texts.get(random.nextInt(texts.size())),
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    texts.get(random.nextInt(texts.size())),
                    Samples.salt(random),
                    Samples.anyObject(random, 6));
            long sequence = 1 + (random.nextLong() >>> (11 + random.nextInt(52)));
            Digest previous = sequence == 1 ? Digest.NONE : Digest.of(new byte[] {1});

            assertThat(draft.seal(sequence, previous).contentDigest()).isEqualTo(draft.contentDigest());
        }
    }

    private static void refusesDraft(StatementDraft good, String subject, String officer, Instant from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatementDraft(
                        good.stream(), good.id(), good.type(), subject, from, officer, good.salt(), good.body()));
    }

    private int sizeOf(String text) {
        return text(text).seal((1L << 53) - 1, new Digest("f".repeat(64))).bytes().length;
    }

    private StatementDraft text(String text) {
        return draft(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private static JsonNode nested(int levels) {
        JsonNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 1; i < levels; i++) {
            node = JsonNodeFactory.instance.objectNode().set("n", node);
        }
        return node;
    }

    private StatementDraft draft(JsonNode body) {
        return Samples.draft(random, AU_CN, "subject", body);
    }

    private List<StatementDraft> drafts(int count) {
        return Samples.drafts(random, AU_CN, count);
    }

    private static List<String> codes(Checked<?> read) {
        return read instanceof Checked.Rejected<?>(List<Finding> findings)
                ? findings.stream().map(finding -> finding.code().name()).toList()
                : List.of();
    }
}
