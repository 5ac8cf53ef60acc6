package org.entente.conformance.cheat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.conformance.cheat.Cast.AU;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.conformance.observe.Observation;
import org.entente.conformance.observe.Observed;
import org.entente.conformance.suite.Blocks;
import org.entente.conformance.suite.Proposals;
import org.entente.conformance.suite.Tampering;
import org.entente.model.evidence.Evidence;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StreamHead;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** A member tries to have said something else than it said, or to have said it at another time. */
class OwnPastTest extends CheatScene {
    private static final String COLLECTION = TO_AU.collection();

    OwnPastTest() {
        super(true);
    }

    @Test
    void altering_what_was_said_changes_nothing_and_is_shown() throws Exception {
        Batch said = honest(au, TO_AU, "100 t");
        Batch other = Words.batch(TO_AU, before(said), cast.key(Cast.CN), "honest", "1 t");
        Map<String, byte[]> overwriting = new TreeMap<>(writes(COLLECTION, said));
        overwriting.put("put " + COLLECTION + " " + said.header().ledgerKey(), other.bytes());

        isShown(au, "BATCH_KEY_MISMATCH", said, () -> does(overwriting));
    }

    @Test
    void deleting_what_was_said_changes_nothing_and_is_shown() throws Exception {
        Batch said = honest(au, TO_AU, "said and deleted");

        isShown(au, "LEDGER_KEY_DELETED", said, () -> does(gone("delete", said)));
    }

    /** Fabric's purge takes the bytes from the partner's peer too: the author's endorsement alone is enough for it. */
    @Test
    void purging_what_was_said_from_the_partners_peer_takes_no_proof_from_the_partner() throws Exception {
        Batch said = Words.batch(TO_AU, au.head(TO_AU), cast.key(Cast.CN), "purged", "said and purged");
        does(writes(COLLECTION, said));
        await("it counts", () -> au.counts(said));
        await("it is at the partner's peer", () -> stored(said).equals(text(said)));

        isShown(au, "LEDGER_KEY_PURGED", said, () -> does(gone("purge", said)));

        await("it is gone from the partner's peer", () -> stored(said).isEmpty());
        Evidence evidence = Courts.of(au, "purged");
        assertThat(Courts.holds(evidence, "said and purged")).isTrue();
        assertThat(new Courts(network(), cast).doubts(evidence)).isEmpty();
    }

    @Test
    void a_fork_is_refused_by_every_reader_and_shown() throws Exception {
        Batch said = honest(au, TO_AU, "one");
        Batch fork = Words.batch(TO_AU, before(said), cast.key(Cast.CN), "honest", "another");

        isShown(au, "STREAM_FORKED", said, () -> does(writes(COLLECTION, fork)));
    }

    @Test
    void a_batch_said_again_is_refused_by_every_reader_and_shown() throws Exception {
        Batch said = honest(au, TO_AU, "once");

        isShown(au, "STREAM_FORKED", said, () -> does(writes(COLLECTION, said)));
    }

    @Test
    void an_old_envelope_counts_once() throws Exception {
        Batch said = next(au, TO_AU, "replayed", "once");
        Transaction transaction = told(writes(COLLECTION, said)).endorse();
        transaction.submit();
        await("it counts", () -> au.counts(said));

        Observed again = Observation.of("submit", transaction::submitAsync);

        assertThat(again.status()).isEqualTo(network().ordersByRaft() ? "OK" : "UNAVAILABLE");
        honest(au, TO_AU, "after the replay");
        assertThat(au.counts(said)).isTrue();
        assertThat(Blocks.all(client("AU")).stream()
                        .flatMap(block -> Stream.ofNullable(Blocks.codes(block).get(transaction.getTransactionId())))
                        .filter(TxValidationCode.VALID::equals))
                .hasSize(1);
    }

    /** Within the quarter of an hour that a peer allows, the order is the ledger's, and the time is shown to be odd. */
    @Test
    void back_dating_changes_no_order_and_is_shown() throws Exception {
        honest(au, TO_AU, "at its time");
        Batch earlier = next(au, TO_AU, "dated back", "as if earlier");

        dated(earlier, Duration.ofMinutes(10)).endorse().submit();

        await("it counts after what was said before it", () -> au.counts(earlier));
        var folded = au.node()
                .shown()
                .after(TO_AU, earlier.header().firstSequence() - 1, 1)
                .getFirst();
        assertThat(folded.standing()).isEqualTo(Standing.STANDS);
        assertThat(folded.findings()).anyMatch(each -> each.code().equals("STREAM_TIME_BACKWARDS"));
    }

    @Test
    void back_dating_by_more_is_endorsed_by_no_peer() throws Exception {
        Proposal old = dated(next(au, TO_AU, "dated back", "long ago"), Duration.ofMinutes(20));

        assertThat(Observation.of("endorse", old::endorse).status()).isEqualTo("ABORTED");
    }

    private static Proposal dated(Batch batch, Duration back) {
        return Tampering.with(told(writes(COLLECTION, batch)))
                .at(Instant.now().minus(back))
                .signedBy(client("CN"), network().client(Cast.CN));
    }

    private static StreamHead before(Batch batch) {
        return new StreamHead(batch.header().firstSequence() - 1, batch.header().previousDigest());
    }

    private static Map<String, byte[]> gone(String how, Batch batch) {
        return Map.of(how + " " + COLLECTION + " " + batch.header().ledgerKey(), new byte[] {1});
    }

    private static String text(Batch batch) {
        return new String(batch.bytes(), UTF_8);
    }

    private static String stored(Batch batch) {
        try {
            return Proposals.ask(
                    client(AU.value()), "getPrivate", COLLECTION, batch.header().ledgerKey());
        } catch (GatewayException e) {
            return "unanswered: " + e.getStatus();
        }
    }
}
