package org.entente.model.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.AU_CN;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.NOON;
import static org.entente.model.sample.Samples.SG;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.VerificationKey;
import org.entente.model.sample.Keys;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;

class PairFoldTest extends FoldScene {
    @Test
    void accepts_what_passes_every_check_and_on_both_sides() {
        LedgerWrite write = ledger.write(ledger.seal(counts(AU, 2, 3)));

        assertThat(standings(take(write))).containsExactly(Standing.STANDS, Standing.STANDS);
        assertThat(standings(foldOf(AU).take(write, ledger.registry, new MemoryFoldStore())))
                .containsExactly(Standing.STANDS, Standing.STANDS);
        assertThat(total()).contains("\"total\":5");
        assertThat(store.stream(AU_CN).head().sequence()).isEqualTo(2);
    }

    @Test
    void quarantines_what_the_ledger_does_not_show_as_the_authors_alone() {
        LedgerWrite write = ledger.write(ledger.seal(counts(AU, 2)));
        Altered altered = new Altered(write);

        quarantined(altered.chaincode("other"), "BATCH_CHAINCODE_FOREIGN");
        quarantined(altered.creator("CN"), "BATCH_CREATOR_FOREIGN");
        quarantined(altered.endorsers(Set.of()), "BATCH_ENDORSER_FOREIGN");
        quarantined(altered.endorsers(Set.of("CN")), "BATCH_ENDORSER_FOREIGN");
        quarantined(altered.endorsers(Set.of("AU", "CN")), "BATCH_ENDORSER_FOREIGN");
        quarantined(altered.collection("CN-AU"), "BATCH_COLLECTION_MISMATCH");
        quarantined(altered.collection(""), "BATCH_COLLECTION_MISMATCH");
        quarantined(altered.keyHash(Digest.of("head".getBytes(UTF_8))), "BATCH_KEY_MISMATCH");
        quarantined(altered.writes(1), "BATCH_WRITES_UNEXPECTED");
        quarantined(altered.writes(3), "BATCH_WRITES_UNEXPECTED");
        quarantined(altered.value(write.valueHash(), "{}".getBytes(UTF_8)), "BATCH_HASH_MISMATCH");
        quarantined(altered.value(Digest.of("{}".getBytes(UTF_8)), "{}".getBytes(UTF_8)), "JSON_MEMBER_MISSING");
        assertThat(codes(foldOf(SG).take(write, ledger.registry, store))).containsExactly("BATCH_AUDIENCE_FOREIGN");
        assertThat(store.stream(AU_CN).head()).isEqualTo(StreamHead.START);
        assertThat(standings(take(write))).containsExactly(Standing.STANDS);
    }

    private void quarantined(LedgerWrite write, String code) {
        BatchOutcome outcome = take(write);
        assertThat(codes(outcome)).contains(code);
        assertThat(headMoved(outcome)).isFalse();
    }

    @Test
    void names_every_reason_at_once() {
        LedgerWrite write = ledger.write(ledger.seal(counts(AU, 2)));
        LedgerWrite wrong = new Altered(new Altered(write).chaincode("other")).creator("SG");

        assertThat(codes(take(wrong))).containsExactly("BATCH_CHAINCODE_FOREIGN", "BATCH_CREATOR_FOREIGN");
    }

    @Test
    void shows_holes_forks_and_replays() {
        LedgerWrite first = ledger.write(ledger.seal(counts(AU, 1)));
        LedgerWrite second = ledger.write(ledger.seal(counts(AU, 2)));
        LedgerWrite third = ledger.write(ledger.seal(counts(AU, 3)));
        List<StatementDraft> other = counts(AU, 4);
        StreamHead invented = new StreamHead(1, new Digest("a".repeat(64)));

        quarantined(second, "STREAM_HOLE");
        assertThat(standings(take(first))).containsExactly(Standing.STANDS);
        quarantined(first, "STREAM_FORKED");
        quarantined(third, "STREAM_HOLE");
        quarantined(forged(StreamHead.START, other), "STREAM_FORKED");
        quarantined(forged(invented, other), "STREAM_FORKED");
        assertThat(standings(take(second))).containsExactly(Standing.STANDS);
        assertThat(standings(take(third))).containsExactly(Standing.STANDS);
        assertThat(total()).contains("\"total\":6");
    }

    private LedgerWrite forged(StreamHead head, List<StatementDraft> drafts) {
        return ledger.writeOnly(SampleLedger.sealAt(head, drafts, "key-1", SampleLedger.key(AU)));
    }

    @Test
    void moves_the_head_but_nothing_else_where_only_the_signature_does_not_count() {
        List<StatementDraft> drafts = counts(AU, 5);
        Batch unsigned = SampleLedger.sealAt(StreamHead.START, drafts, "key-1", SampleLedger.key(CN));

        BatchOutcome outcome = take(ledger.write(unsigned));
        assertThat(codes(outcome)).containsExactly("BATCH_SIGNATURE_INVALID");
        assertThat(headMoved(outcome)).isTrue();
        assertThat(store.subject(AU_CN.pair(), "subject")).isEmpty();
        assertThat(standings(take(ledger.write(ledger.seal(drafts)))))
                .as("what was never believed does not use up its id")
                .containsExactly(Standing.STANDS);
        BatchOutcome unknown = take(
                ledger.write(SampleLedger.sealAt(ledger.head(drafts), counts(AU, 1), "key-2", SampleLedger.key(AU))));
        assertThat(codes(unknown)).containsExactly("BATCH_KEY_UNKNOWN");
        assertThat(headMoved(unknown)).isTrue();
    }

    @Test
    void counts_a_key_from_its_first_moment_until_just_before_its_last() {
        KeyPair key = SampleLedger.key(AU);
        ledger.publish(AU, "key-1", key, NOON, Optional.of(NOON.plusSeconds(60)));

        keyCounts(NOON.minusNanos(1).toString(), false);
        keyCounts(NOON.toString(), true);
        keyCounts(NOON.plusSeconds(60).minusNanos(1).toString(), true);
        keyCounts(NOON.plusSeconds(60).toString(), false);
    }

    private void keyCounts(String timestamp, boolean counts) {
        LedgerWrite write =
                new Altered(ledger.write(ledger.seal(counts(AU, 1)))).timestamp(java.time.Instant.parse(timestamp));
        assertThat(codes(take(write)).contains("BATCH_KEY_UNKNOWN")).isEqualTo(!counts);
    }

    @Test
    void counts_no_batch_that_a_key_for_credentials_signed() {
        VerificationKey key = new VerificationKey(
                "key-1",
                SampleLedger.key(AU).getPublic().getEncoded(),
                Set.of(KeyPurpose.CREDENTIAL),
                NOON.minusSeconds(3_600),
                Optional.empty());
        ledger.put("member/AU/keys", PublicRecords.write(new MemberKeys(AU, List.of(key), Map.of())));

        assertThat(codes(take(ledger.write(ledger.seal(counts(AU, 1)))))).containsExactly("BATCH_KEY_UNKNOWN");
    }

    @Test
    void judges_by_the_keys_and_the_admission_where_the_batch_stands() {
        LedgerWrite before = ledger.write(ledger.seal(counts(AU, 1)));
        KeyPair next = Keys.fresh();
        ledger.publish(AU, "key-1", next, NOON, Optional.empty());
        LedgerWrite stale = ledger.write(ledger.seal(counts(AU, 1)));
        LedgerWrite fresh = ledger.write(SampleLedger.sealAt(ledger.head(counts(AU, 1)), counts(AU, 1), "key-1", next));
        ledger.admit(AU, false);
        LedgerWrite expelled =
                ledger.write(SampleLedger.sealAt(ledger.head(counts(AU, 1)), counts(AU, 1), "key-1", next));
        ledger.admit(AU, true);
        LedgerWrite back = ledger.write(SampleLedger.sealAt(ledger.head(counts(AU, 1)), counts(AU, 1), "key-1", next));

        assertThat(codes(take(before))).isEmpty();
        assertThat(codes(take(stale))).containsExactly("BATCH_SIGNATURE_INVALID");
        assertThat(codes(take(fresh))).isEmpty();
        assertThat(codes(take(expelled))).containsExactly("BATCH_AUTHOR_NOT_ADMITTED");
        assertThat(codes(take(back))).isEmpty();
        assertThat(total()).contains("\"total\":3");
    }

    @Test
    void trusts_no_earlier_key_after_a_keys_record_that_it_cannot_read() {
        ledger.put("member/AU/keys", "{\"record\":2}".getBytes(UTF_8));

        assertThat(codes(take(ledger.write(ledger.seal(counts(AU, 1)))))).containsExactly("BATCH_KEY_UNKNOWN");
    }

    @Test
    void remarks_a_timestamp_before_its_predecessors() {
        take(new Altered(ledger.write(ledger.seal(counts(AU, 1)))).timestamp(NOON));
        BatchOutcome same = take(new Altered(ledger.write(ledger.seal(counts(AU, 1)))).timestamp(NOON));
        BatchOutcome earlier =
                take(new Altered(ledger.write(ledger.seal(counts(AU, 1)))).timestamp(NOON.minusNanos(1)));

        assertThat(codes(same)).isEmpty();
        assertThat(codes(earlier)).containsExactly("STREAM_TIME_BACKWARDS");
        assertThat(standings(earlier)).containsExactly(Standing.STANDS);
    }

    @Test
    void takes_a_signature_check_that_throws_for_one_that_fails() {
        PairFold throwing = new PairFold(
                CN,
                SampleLedger.CHAINCODE,
                (spki, data, signature) -> {
                    throw new IllegalStateException("provider");
                },
                new RuleBook(List.of(new CounterRules())));

        assertThat(codes(throwing.take(ledger.write(ledger.seal(counts(AU, 1))), ledger.registry, store)))
                .containsExactly("BATCH_SIGNATURE_INVALID");
    }
}
