package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;

import java.nio.file.Path;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that read what another one changed meanwhile. */
final class ConflictTest {
    @TempDir
    static Path folder;

    static TestNetwork network;
    static TestClient au;

    @BeforeAll
    static void start() {
        network = TestNetwork.start(folder);
        au = network.as(AU);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static Transaction endorsed(String function, String... arguments) throws Exception {
        return au.probe().newProposal(function).addArguments(arguments).build().endorse();
    }

    @Test
    void of_two_that_read_and_write_one_key_the_later_fails() throws Exception {
        au.submit("put", "k", "0");
        Transaction first = endorsed("append", "k", "1");
        Transaction second = endorsed("append", "k", "2");
        first.submit();
        assertThat(Refusal.verdict(second::submit)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(au.evaluate("get", "k")).isEqualTo("01");
    }

    @Test
    void of_two_in_one_block_the_later_fails_too() throws Exception {
        au.submit("put", "same-block", "0");
        Transaction first = endorsed("append", "same-block", "1");
        Transaction second = endorsed("append", "same-block", "2");
        var one = first.submitAsync();
        var two = second.submitAsync();
        assertThat(one.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(two.getStatus().getCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void writes_without_reads_do_not_conflict() throws Exception {
        Transaction first = endorsed("put", "blind", "1");
        Transaction second = endorsed("put", "blind", "2");
        first.submit();
        second.submit();
        assertThat(au.evaluate("get", "blind")).isEqualTo("2");
    }

    @Test
    void a_key_read_as_absent_must_still_be_absent() throws Exception {
        Transaction creates = endorsed("append", "fresh", "1");
        au.submit("put", "fresh", "other");
        assertThat(Refusal.verdict(creates::submit)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void private_reads_conflict_by_their_hashes() throws Exception {
        au.submitPrivate("putPrivate", "0", "AU-CN", "head");
        Transaction first = au.proposal("appendPrivate", "1", "AU-CN", "head").endorse();
        Transaction second = au.proposal("appendPrivate", "2", "AU-CN", "head").endorse();
        first.submit();
        assertThat(Refusal.verdict(second::submit)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "head")).isEqualTo("01");
    }

    @Test
    void a_key_that_appears_in_a_range_read_before_is_a_phantom() throws Exception {
        au.submit("put", "range1", "v");
        Transaction counts = endorsed("count", "range", "rangf", "counted");
        au.submit("put", "range2", "v");
        assertThat(Refusal.verdict(counts::submit)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void a_key_that_vanishes_from_a_range_is_a_phantom_and_one_beside_it_is_not() throws Exception {
        au.submit("put", "gone1", "v");
        au.submit("put", "gone2", "v");
        Transaction counts = endorsed("count", "gone", "gonf", "gone-counted");
        Transaction countsAgain = endorsed("count", "gone", "gonf", "gone-counted");
        au.submit("put", "gonf", "beside: the end of a range is outside");
        counts.submit();
        au.submit("delete", "gone1");
        assertThat(Refusal.verdict(countsAgain::submit)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void a_key_policy_changed_in_the_same_block_shuts_the_key() throws Exception {
        au.submit("put", "shut", "0");
        Transaction guards = endorsed("guard", "shut", "AU");
        Transaction writes = endorsed("put", "shut", "1");
        var guarded = guards.submitAsync();
        var written = writes.submitAsync();
        assertThat(guarded.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        if (written.getStatus().getBlockNumber() == guarded.getStatus().getBlockNumber()) {
            assertThat(written.getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        }
    }
}
