package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.conformance.observe.Observed;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/** Two transactions that do not go together (core/ledger/kvledger/txmgmt/validation/validator.go). */
class ConflictTest extends ConformanceTest {
    @Test
    void of_two_that_read_the_same_version_the_later_is_invalid() throws Exception {
        String key = key("version");
        Transaction first = Proposals.endorsed(client("AU"), "append", key, "1");
        Transaction second = Proposals.endorsed(client("CN"), "append", key, "2");

        assertThat(committed("conflict/first of two", first)).isEqualTo("VALID");
        assertThat(committed("conflict/second of two", second)).isEqualTo("MVCC_READ_CONFLICT");
        assertThat(Proposals.ask(client("SG"), "get", key)).isEqualTo("1");
    }

    @Test
    void of_two_that_only_write_both_stand_and_the_later_counts() throws Exception {
        String key = key("blind");
        Transaction first = Proposals.endorsed(client("AU"), "put", key, "1");
        Transaction second = Proposals.endorsed(client("CN"), "put", key, "2");

        assertThat(committed("conflict/first of two blind writes", first)).isEqualTo("VALID");
        assertThat(committed("conflict/second of two blind writes", second)).isEqualTo("VALID");
        assertThat(Proposals.ask(client("SG"), "get", key)).isEqualTo("2");
    }

    @Test
    void of_two_that_read_the_same_private_version_the_later_is_invalid() throws Exception {
        Proposal one = appendPrivate("1");
        Proposal other = appendPrivate("2");
        Transaction first = one.endorse();
        Transaction second = other.endorse();

        assertThat(committed("conflict/first of two, private", first)).isEqualTo("VALID");
        assertThat(committed("conflict/second of two, private", second)).isEqualTo("MVCC_READ_CONFLICT");
    }

    @Test
    void a_read_of_a_key_that_was_deleted_meanwhile_is_invalid() throws Exception {
        String key = key("deleted");
        Proposals.submit(client("AU"), "put", key, "x");
        Transaction reader = Proposals.endorsed(client("AU"), "append", key, "y");
        Proposals.submit(client("CN"), "delete", key);

        assertThat(committed("conflict/read of a deleted key", reader)).isEqualTo("MVCC_READ_CONFLICT");
        assertThat(Proposals.ask(client("AU"), "get", key)).isEmpty();
    }

    @Test
    void a_range_that_holds_another_key_meanwhile_is_invalid() throws Exception {
        Proposals.submit(client("AU"), "put", key("range/b"), "x");
        Transaction appeared = Proposals.endorsed(client("AU"), "count", key("range/a"), key("range/z"), key("sum1"));
        Proposals.submit(client("CN"), "put", key("range/c"), "new");
        assertThat(committed("conflict/key appeared in a range", appeared)).isEqualTo("PHANTOM_READ_CONFLICT");

        Transaction vanished = Proposals.endorsed(client("AU"), "count", key("range/a"), key("range/z"), key("sum2"));
        Proposals.submit(client("CN"), "delete", key("range/c"));
        assertThat(committed("conflict/key vanished from a range", vanished)).isEqualTo("PHANTOM_READ_CONFLICT");

        Transaction same = Proposals.endorsed(client("AU"), "count", key("range/a"), key("range/z"), key("sum3"));
        Proposals.submit(client("CN"), "put", key("range-beside"), "outside the range");
        assertThat(committed("conflict/range unchanged", same)).isEqualTo("VALID");
        assertThat(Proposals.ask(client("AU"), "get", key("sum3"))).isEqualTo("1");
    }

    /** core/ledger/kvledger/txmgmt/txmgr/tx_simulator.go: "Queries on pvt data is supported only in a read-only". */
    @Test
    void a_private_range_can_be_read_but_nothing_written_after_it() throws Exception {
        assertThat(Proposals.ask(client("AU"), "countPrivate", "AU-CN", key("none/a"), key("none/z")))
                .isEqualTo("0");

        Observed refused = observe(
                "conflict/write after a private range",
                "endorse",
                () -> Proposals.of(
                                client("AU"), "countPrivateThenPut", "AU-CN", key("none/a"), key("none/z"), key("sum"))
                        .endorse());
        assertThat(refused.status()).isEqualTo("ABORTED");
    }

    private static Proposal appendPrivate(String value) {
        return Proposals.withValue(client("AU"), value, "appendPrivate", "AU-CN", key("private version"))
                .build();
    }

    private static String committed(String name, Transaction transaction) {
        return observe(name, "commit", transaction::submit).status();
    }
}
