package org.entente.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.entente.contract.service.SampleCaller;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
    private static final Batch GOOD = Batches.after(StreamHead.START, 2);
    private static final byte[] POISONED =
            StoredHead.after(Batches.after(GOOD.newHead(), 7)).bytes();
    private static final byte[] NOTHING = new byte[0];

    private final StubFake ledger = new StubFake(SampleCaller.of("AU", "admin"));

    private static Map<String, byte[]> given(String stream, Digest found, byte[] batch) {
        return Map.of("stream", stream.getBytes(UTF_8), "found", found.hex().getBytes(UTF_8), "batch", batch);
    }

    private Called resume(Digest found, byte[] batch) {
        return Called.of(ledger.call(given("AU-CN", found, batch), "resume"));
    }

    @Test
    void sets_the_head_back_to_a_batch_and_writes_nothing_else() {
        ledger.put("AU-CN head", POISONED);

        assertThat(resume(Digest.of(POISONED), GOOD.bytes())).isEqualTo(new Called(200, "", ""));
        assertThat(ledger.written())
                .containsOnlyKeys("AU-CN head")
                .containsEntry("AU-CN head", StoredHead.after(GOOD).bytes());
    }

    @Test
    void the_stream_goes_on_where_the_readers_stand() {
        ledger.put("AU-CN head", "garbage".getBytes(UTF_8));
        resume(Digest.of("garbage".getBytes(UTF_8)), GOOD.bytes());
        StubFake client = new StubFake(SampleCaller.of("AU", "client"));
        client.put(
                "AU-CN head", java.util.Objects.requireNonNull(ledger.written().get("AU-CN head")));

        Batch next = Batches.after(GOOD.newHead(), 1);
        assertThat(Called.of(client.call(Map.of("batch", next.bytes()), "submit"))
                        .code())
                .isEqualTo("OK");
    }

    @Test
    void sets_a_stream_of_which_nothing_was_accepted_back_to_its_start() {
        ledger.put("AU-CN head", POISONED);

        assertThat(resume(Digest.of(POISONED), NOTHING).code()).isEqualTo("OK");
        assertThat(ledger.written()).containsOnlyKeys("AU-CN head").containsEntry("AU-CN head", NOTHING);
    }

    @Test
    void sets_a_head_that_was_deleted() {
        assertThat(resume(Digest.NONE, GOOD.bytes()).code()).isEqualTo("OK");
    }

    @Test
    void refuses_once_the_head_is_no_longer_the_one_that_was_seen() {
        ledger.put("AU-CN head", StoredHead.after(GOOD).bytes());

        assertThat(resume(Digest.of(POISONED), GOOD.bytes()).code()).isEqualTo("STREAM_HEAD_MISMATCH");
        assertThat(resume(Digest.NONE, GOOD.bytes()).code()).isEqualTo("STREAM_HEAD_MISMATCH");
        assertThat(ledger.written()).isEmpty();
    }

    @Test
    void refuses_what_is_no_batch_or_one_of_another_stream() {
        assertThat(resume(Digest.NONE, new byte[] {1}).code()).isEqualTo("JSON_MALFORMED");
        StubFake china = new StubFake(SampleCaller.of("CN", "admin"));
        assertThat(Called.of(china.call(given("CN-AU", Digest.NONE, GOOD.bytes()), "resume"))
                        .code())
                .isEqualTo("STATEMENT_STREAM_MISMATCH");
        assertThat(ledger.written()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AU, client, CALLER_ROLE_WRONG", "AU, peer, CALLER_ROLE_WRONG", "CN, admin, CALLER_NOT_AUTHOR"})
    void refuses_anybody_but_an_administrator_of_the_author(String member, String role, String code) {
        StubFake other = new StubFake(SampleCaller.of(member, role));

        assertThat(Called.of(other.call(given("AU-CN", Digest.NONE, NOTHING), "resume"))
                        .code())
                .isEqualTo(code);
        assertThat(other.written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AU", "AU-AU", "au-cn", "AU-CN-ID", "AU CN"})
    void refuses_what_is_no_stream(String stream) {
        assertThat(Called.of(ledger.call(given(stream, Digest.NONE, NOTHING), "resume"))
                        .code())
                .isEqualTo("CALL_INVALID");
    }

    @Test
    void refuses_other_entries_and_arguments() {
        assertThat(Called.of(ledger.call(Map.of("batch", NOTHING), "resume")).code())
                .isEqualTo("CALL_INVALID");
        assertThat(Called.of(ledger.call(given("AU-CN", Digest.NONE, NOTHING), "resume", "x"))
                        .code())
                .isEqualTo("CALL_INVALID");
    }
}
