package org.entente.conformance.cheat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.conformance.cheat.Cast.CN;

import org.entente.certs.key.SoftwareKey;
import org.entente.conformance.observe.Observation;
import org.entente.conformance.observe.Observed;
import org.entente.model.evidence.Evidence;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;

/** What the agreed contract lets through: two stories for two partners, and keys that do not count. */
class TwoStoriesTest extends CheatScene {
    TwoStoriesTest() {
        super(false);
    }

    @Test
    void two_stories_to_two_partners_are_exposed_by_their_evidence() throws Exception {
        said(au, next(au, TO_AU, "certificate 7", "100 t"));
        said(sg, next(sg, TO_SG, "certificate 7", "250 t"));
        Evidence toAustralia = Courts.of(au, "certificate 7");
        Evidence toSingapore = Courts.of(sg, "certificate 7");
        Courts courts = new Courts(network(), cast);

        assertThat(courts.doubts(toAustralia)).isEmpty();
        assertThat(courts.doubts(toSingapore)).isEmpty();
        assertThat(courts.exposed(toAustralia, toSingapore)).containsExactly("CN SUBJECT_TOLD_DIFFERENTLY");
    }

    @Test
    void one_story_to_two_partners_accuses_nobody() throws Exception {
        said(au, next(au, TO_AU, "certificate 8", "100 t"));
        said(sg, next(sg, TO_SG, "certificate 8", "100 t"));

        assertThat(new Courts(network(), cast).exposed(Courts.of(au, "certificate 8"), Courts.of(sg, "certificate 8")))
                .isEmpty();
    }

    @Test
    void a_fork_within_one_stream_is_refused_by_the_contract() throws Exception {
        StreamHead head = au.head(TO_AU);
        said(au, next(au, TO_AU, "certificate 9", "100 t"));
        Batch fork = Words.batch(TO_AU, head, cast.key(CN), "certificate 9", "250 t");

        Observed refused = Observation.of("endorse", () -> submits(fork));

        assertThat(refused.details()).singleElement().asString().contains("STREAM_HEAD_MISMATCH");
    }

    /** The contract knows no keys: whether a signature counts is each reader's to judge, by what was published before it. */
    @Test
    void a_revoked_key_signs_nothing_and_what_it_signed_before_still_counts() throws Exception {
        Batch before = said(au, next(au, TO_AU, "before", "signed while the key counted"));
        Evidence evidence = Courts.of(au, "before");
        Courts courts = new Courts(network(), cast);
        SoftwareKey revoked = cast.key(CN);
        cast.publish(CN, SoftwareKey.generate());

        Batch after = Words.batch(TO_AU, au.head(TO_AU), revoked, "after", "signed with a stolen key");
        isShown(au, "BATCH_KEY_UNKNOWN", before, () -> submits(after));

        assertThat(au.counts(after)).isFalse();
        assertThat(courts.doubts(evidence)).isEmpty();
        said(au, next(au, TO_AU, "later", "signed with the new key"));
        Digest state = au.node().state().digest(java.util.Optional.of(Pair.of(Cast.AU, CN)));
        assertThat(au.node().rebuild(java.time.Duration.ofSeconds(60))).isTrue();
        assertThat(au.node().state().digest(java.util.Optional.of(Pair.of(Cast.AU, CN))))
                .isEqualTo(state);
        assertThat(au.counts(before)).isTrue();
    }

    private static Batch said(Reader reader, Batch batch) throws Exception {
        submits(batch);
        await("it counts", () -> reader.counts(batch));
        return batch;
    }

    private static void submits(Batch batch) throws Exception {
        client("CN")
                .entente()
                .newProposal("submit")
                .putTransient("batch", batch.bytes())
                .build()
                .endorse()
                .submit();
    }
}
