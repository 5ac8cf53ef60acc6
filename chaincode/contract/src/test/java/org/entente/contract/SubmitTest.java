package org.entente.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.contract.service.SampleCaller;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementLimits;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
    private static final Batch FIRST = Batches.after(StreamHead.START, 2);

    private final StubFake ledger = new StubFake(SampleCaller.of("AU", "client"));

    @Test
    void writes_the_batch_as_given_and_the_head_and_nothing_else() {
        Called called = submit(FIRST.bytes());

        assertThat(called).isEqualTo(new Called(200, "", ""));
        assertThat(ledger.written())
                .containsOnlyKeys("AU-CN head", "AU-CN " + FIRST.header().ledgerKey())
                .containsEntry("AU-CN head", StoredHead.after(FIRST).bytes())
                .containsEntry("AU-CN " + FIRST.header().ledgerKey(), FIRST.bytes());
    }

    @Test
    void continues_the_head() {
        submit(FIRST.bytes());
        ledger.commit();

        assertThat(submit(Batches.after(FIRST.newHead(), 1).bytes()).code()).isEqualTo("OK");
    }

    @Test
    void refuses_a_replay_a_fork_and_a_hole() {
        submit(FIRST.bytes());
        ledger.commit();

        Batch fork = Batches.after(StreamHead.START, 1);
        Batch hole = Batches.after(Batches.after(FIRST.newHead(), 1).newHead(), 1);
        for (Batch batch : List.of(FIRST, fork, hole)) {
            refused(submit(batch.bytes()), "STREAM_HEAD_MISMATCH");
        }
    }

    static Stream<Arguments> alterations() {
        String batch = new String(FIRST.bytes(), UTF_8);
        return Stream.of(
                Arguments.of("JSON_MALFORMED", batch.substring(1)),
                Arguments.of("JSON_MALFORMED", ""),
                Arguments.of("JSON_NOT_CANONICAL", batch.replace("\"sequence\":1", "\"sequence\": 1")),
                Arguments.of("JSON_TEXT_NUL", batch.replace("officer-1", "officer\\u0000")),
                Arguments.of("JSON_TEXT_LONE_SURROGATE", batch.replace("officer-1", "officer\\ud800")),
                Arguments.of("JSON_TOO_DEEP", batch.replace("{\"text\"", "[".repeat(20) + "{\"text\"")),
                Arguments.of("JSON_VALUE_INVALID", batch.replace("\"envelope\":1", "\"envelope\":2")),
                Arguments.of("JSON_VALUE_INVALID", batch.replace("\"header\":1", "\"header\":2")),
                Arguments.of(
                        "JSON_MEMBER_UNKNOWN",
                        batch.replace("\"statements\":", "\"st-" + Batches.PRIVATE + "\":0,\"statements\":")),
                Arguments.of("BATCH_ROOT_MISMATCH", batch.replace("officer-1", "officer-2")),
                Arguments.of("BATCH_COUNT_MISMATCH", batch.replace("\"count\":2", "\"count\":3")));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void refuses_altered_bytes_without_quoting_them(String code, String bytes) {
        refused(submit(bytes.getBytes(UTF_8)), code);
    }

    @Test
    void refuses_more_bytes_than_the_limit() {
        refused(submit(new byte[StatementLimits.MAX_BATCH_BYTES + 1]), "BATCH_TOO_LARGE");
    }

    @Test
    void names_the_place_but_no_name_that_the_sender_chose() {
        String batch = new String(FIRST.bytes(), UTF_8);
        String inBody = batch.replace("\"text\":", "\"" + Batches.PRIVATE + "\":1.5,\"text\":");

        Called called = submit(inBody.getBytes(UTF_8));

        refused(called, "JSON_NUMBER_NOT_INTEGER");
        assertThat(called.payload())
                .isEqualTo("{\"findings\":[{\"code\":\"JSON_NUMBER_NOT_INTEGER\",\"pointer\":\"/statements/0/body\"},"
                        + "{\"code\":\"JSON_NUMBER_NOT_INTEGER\",\"pointer\":\"/statements/1/body\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "peer", "orderer"})
    void refuses_another_role(String role) {
        StubFake other = new StubFake(SampleCaller.of("AU", role));

        assertThat(Called.of(other.call(Map.of("batch", FIRST.bytes()), "submit"))
                        .code())
                .isEqualTo("CALLER_ROLE_WRONG");
        assertThat(other.written()).isEmpty();
    }

    @Test
    void refuses_a_caller_other_than_the_author() {
        StubFake other = new StubFake(SampleCaller.of("CN", "client"));

        assertThat(Called.of(other.call(Map.of("batch", FIRST.bytes()), "submit"))
                        .code())
                .isEqualTo("CALLER_NOT_AUTHOR");
        assertThat(other.written()).isEmpty();
    }

    static Stream<Arguments> wrongForms() {
        byte[] batch = FIRST.bytes();
        return Stream.of(
                Arguments.of(Map.of(), new String[] {"submit"}),
                Arguments.of(Map.of("batch", batch, "note", batch), new String[] {"submit"}),
                Arguments.of(Map.of("Batch", batch), new String[] {"submit"}),
                Arguments.of(Map.of("batch", batch), new String[] {"submit", ""}),
                Arguments.of(Map.of("batch", batch), new String[] {"entente:submit", "x"}),
                Arguments.of(Map.of("batch", batch), new String[] {"submit:x:y"}),
                Arguments.of(Map.of("batch", batch), new String[] {"nothing"}));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void refuses_every_other_form_of_call(Map<String, byte[]> transientMap, String[] call) {
        refused(Called.of(ledger.call(transientMap, call)), "CALL_INVALID");
    }

    @Test
    void refuses_malformed_utf_8_in_an_argument() {
        List<byte[]> call = List.of("readMember".getBytes(UTF_8), new byte[] {'A', (byte) 0xff});

        refused(Called.of(ledger.callRaw(Map.of(), call)), "CALL_INVALID");
    }

    @Test
    void answers_a_head_it_cannot_read_with_its_own_code() {
        ledger.put("AU-CN head", "{}".getBytes(UTF_8));

        refused(submit(FIRST.bytes()), "CONTRACT_FAILED");
    }

    @Test
    void answers_a_peer_that_refuses_with_its_own_code() {
        ledger.refuseReads();

        refused(submit(FIRST.bytes()), "CONTRACT_FAILED");
    }

    private Called submit(byte[] batch) {
        return Called.of(ledger.call(Map.of("batch", batch), "submit"));
    }

    private void refused(Called called, String code) {
        assertThat(called.code()).isEqualTo(code);
        assertThat(called.status()).isEqualTo(500);
        assertThat(called.message() + called.payload()).doesNotContain(Batches.PRIVATE);
        assertThat(called.payload()).startsWith("{\"findings\":[{\"code\":\"");
        assertThat(ledger.written()).isEmpty();
    }
}
