package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.entente.conformance.client.Client;
import org.entente.conformance.observe.Observed;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementLimits;
import org.entente.model.statement.StreamHead;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/** The function {@code submit} on a network. */
class StatementSubmissionTest extends ConformanceTest {
    private static final String STREAM = "AU-CN";

    @Test
    void a_batch_needs_the_authors_peer_alone_and_answers_nothing() throws Exception {
        Batch batch = Statements.batch(STREAM, head(), "one", "two");

        Transaction transaction = Statements.submission(client("AU"), batch).endorse();

        assertThat(Envelopes.endorsers(transaction)).containsExactly("AU");
        assertThat(transaction.getResult()).isEmpty();
        transaction.submit();
        assertThat(Proposals.ask(
                        client("AU"), "getPrivate", STREAM, batch.header().ledgerKey()))
                .isEqualTo(new String(batch.bytes(), StandardCharsets.UTF_8));
        assertThat(head()).isEqualTo(batch.newHead());
    }

    @Test
    void of_two_instances_of_one_author_one_wins() throws Exception {
        StreamHead head = head();
        Transaction first = Statements.submission(client("AU"), Statements.batch(STREAM, head, "first"))
                .endorse();
        Transaction second = Statements.submission(client("AU"), Statements.batch(STREAM, head, "second"))
                .endorse();

        assertThat(observe("submit/first of two instances", "commit", first::submit)
                        .status())
                .isEqualTo("VALID");
        assertThat(observe("submit/second of two instances", "commit", second::submit)
                        .status())
                .isEqualTo("MVCC_READ_CONFLICT");
    }

    @Test
    void a_replay_a_fork_and_a_hole_are_refused() throws Exception {
        StreamHead before = head();
        Batch batch = Statements.batch(STREAM, before, "said");
        Statements.submission(client("AU"), batch).endorse().submit();
        Batch next = Statements.batch(STREAM, batch.newHead(), "not said");

        refused("replay", Statements.submission(client("AU"), batch), "STREAM_HEAD_MISMATCH");
        refused("fork", submission(Statements.batch(STREAM, before, "other")), "STREAM_HEAD_MISMATCH");
        refused("hole", submission(Statements.batch(STREAM, next.newHead(), "later")), "STREAM_HEAD_MISMATCH");
    }

    @Test
    void another_caller_or_role_is_refused() throws Exception {
        Batch batch = Statements.batch(STREAM, head(), "said");

        refused("audience calls", Statements.submission(client("CN"), batch), "CALLER_NOT_AUTHOR");
        refused("third member calls", Statements.submission(client("SG"), batch), "CALLER_NOT_AUTHOR");
        refused("administrator calls", Statements.submission(administrator("AU"), batch), "CALLER_ROLE_WRONG");
    }

    @Test
    void bad_bytes_are_refused_with_their_code() throws Exception {
        Batch batch = Statements.batch(STREAM, head(), "text-of-note");
        String text = new String(batch.bytes(), StandardCharsets.UTF_8);

        refused("malformed", bytes(text.substring(1)), "JSON_MALFORMED");
        refused("not canonical", bytes(text + " "), "JSON_NOT_CANONICAL");
        refused("nul", bytes(text.replace("text-of-note", "text\\u0000")), "JSON_TEXT_NUL");
        refused("surrogate", bytes(text.replace("text-of-note", "text\\udc00")), "JSON_TEXT_LONE_SURROGATE");
        refused("deep nesting", bytes(text.replace("\"text-of-note\"", "[".repeat(40))), "JSON_TOO_DEEP");
        refused("unknown version", bytes(text.replace("\"envelope\":1", "\"envelope\":2")), "JSON_VALUE_INVALID");
        refused("altered", bytes(text.replace("officer-1", "officer-2")), "BATCH_ROOT_MISMATCH");
        byte[] large = new byte[StatementLimits.MAX_BATCH_BYTES + 1];
        refused("oversized", Statements.submission(client("AU"), large), "BATCH_TOO_LARGE");
    }

    @Test
    void the_largest_batch_is_taken() throws Exception {
        String[] texts = new String[6];
        java.util.Arrays.fill(texts, "x".repeat(StatementLimits.MAX_STATEMENT_BYTES - 2_000));
        Batch batch = Statements.batch(STREAM, head(), texts);
        assertThat(batch.bytes()).hasSizeBetween(3_100_000, StatementLimits.MAX_BATCH_BYTES);

        Statements.submission(client("AU"), batch).endorse().submit();

        assertThat(head()).isEqualTo(batch.newHead());
    }

    @Test
    void another_form_of_call_is_refused() throws Exception {
        byte[] batch = Statements.batch(STREAM, head(), "said").bytes();
        Client au = client("AU");

        refused(
                "argument",
                au.entente()
                        .newProposal("submit")
                        .addArguments("x")
                        .putTransient("batch", batch)
                        .build(),
                "CALL_INVALID");
        refused(
                "second transient entry",
                au.entente()
                        .newProposal("submit")
                        .putTransient("batch", batch)
                        .putTransient("note", "x")
                        .build(),
                "CALL_INVALID");
        refused("no batch", au.entente().newProposal("submit").build(), "CALL_INVALID");
        refused("unknown function", au.entente().newProposal("submitAll").build(), "CALL_INVALID");
    }

    private static StreamHead head() throws Exception {
        return Statements.head(client("AU"), STREAM);
    }

    private static Proposal submission(Batch batch) {
        return Statements.submission(client("AU"), batch);
    }

    private static Proposal bytes(String batch) {
        return Statements.submission(client("AU"), batch.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String name, Proposal proposal, String code) {
        Observed refused = observe("statement/" + name, "endorse", proposal::endorse);
        assertThat(refused.status()).isEqualTo("ABORTED");
        assertThat(refused.details()).singleElement().asString().contains("chaincode response 500, " + code + ": ");
    }
}
