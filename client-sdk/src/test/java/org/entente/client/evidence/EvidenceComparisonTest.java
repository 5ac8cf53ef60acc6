package org.entente.client.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.entente.model.evidence.Contradiction;
import org.entente.model.evidence.Contradiction.Kind;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceComparison;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StreamHead;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.Test;

/**
 * Every way in which an author can be caught, each by two files that are valid by themselves; and beside each, what looks
 * alike and accuses nobody.
 */
class EvidenceComparisonTest {
    private static final Administration AU = Administration.of("AU");
    private static final Administration CN = Administration.of("CN");
    private static final Administration SG = Administration.of("SG");
    private static final StreamHead HEAD = new StreamHead(10, Digest.of(new byte[] {10}));
    private static final StreamHead LATER = new StreamHead(40, Digest.of(new byte[] {40}));

    private final Story toChina = new Story(AU, CN, 1);
    private final Story toSingapore = new Story(AU, SG, 2);

    @Test
    void one_number_with_two_contents_is_a_fork() {
        Batch one = batch(HEAD, said("100"), said("7"));
        Batch fork = batch(HEAD, said("250"));

        assertThat(kinds(entry(one, 0, 7), entry(fork, 0, 8))).containsExactly(Kind.SAME_SEQUENCE);
        assertThat(kinds(entry(one, 0, 7), entry(one, 0, 7))).isEmpty();
        assertThat(kinds(entry(one, 0, 7), entry(one, 1, 7))).isEmpty();
    }

    @Test
    void a_number_that_does_not_follow_the_one_before_it_is_a_fork_whichever_file_is_named_first() {
        Batch one = batch(HEAD, said("100"));
        Batch next = batch(one.newHead(), said("7"));
        Batch fork = batch(new StreamHead(11, Digest.of(new byte[] {11})), said("8"));

        assertThat(kinds(entry(one, 0, 7), entry(fork, 0, 8))).containsExactly(Kind.BROKEN_CHAIN);
        assertThat(kinds(entry(fork, 0, 8), entry(one, 0, 7))).containsExactly(Kind.BROKEN_CHAIN);
        assertThat(kinds(entry(one, 0, 7), entry(next, 0, 8))).isEmpty();
    }

    @Test
    void one_statement_id_with_two_contents_is_exposed_in_a_stream_and_across_two() {
        StatementDraft first = said("100");
        Batch one = batch(HEAD, first);
        Batch reused = batch(LATER, withId(first, said("250")));
        Batch repeated = batch(LATER, first);
        StatementDraft told = toSingapore.draft(AU, SG, "origin.certificate.noted", "another", Story.body("n", "1"));
        Batch elsewhere = Batch.seal(LATER, List.of(withId(first, told)), AU.signer());

        assertThat(kinds(entry(one, 0, 7), entry(reused, 0, 8))).containsExactly(Kind.SAME_ID);
        assertThat(kinds(entry(one, 0, 7), entry(elsewhere, 0, 8))).containsExactly(Kind.SAME_ID);
        assertThat(kinds(entry(one, 0, 7), entry(repeated, 0, 8))).isEmpty();
    }

    @Test
    void one_statement_at_two_places_of_the_ledger_is_exposed() {
        Batch batch = batch(HEAD, said("100"));

        assertThat(kinds(entry(batch, 0, 7), entry(batch, 0, 9))).containsExactly(Kind.POSITION_DIFFERS);
        assertThat(kinds(entry(batch, 0, 9), entry(batch, 0, 9))).isEmpty();
    }

    @Test
    void what_two_authors_say_is_never_compared() {
        StatementDraft ours = said("100");
        StatementDraft theirs = toChina.draft(CN, AU, ours.type().name(), ours.subject(), Story.body("quantity", "1"));
        Batch answer = Batch.seal(HEAD, List.of(withId(ours, theirs)), CN.signer());
        EvidenceEntry answered =
                toChina.entry(CN, answer, 0, new Position(8, 0, 0), Story.time("2026-05-04T11:00:00Z"));

        assertThat(kinds(entry(batch(HEAD, ours), 0, 7), answered)).isEmpty();
    }

    private StatementDraft said(String quantity) {
        return toChina.draft(
                AU, CN, "origin.certificate.issued", "certificate/AU/" + quantity, Story.body("quantity", quantity));
    }

    private static StatementDraft withId(StatementDraft of, StatementDraft draft) {
        return new StatementDraft(
                draft.stream(),
                of.id(),
                draft.type(),
                draft.subject(),
                draft.effectiveFrom(),
                draft.officer(),
                draft.salt(),
                draft.body());
    }

    private static Batch batch(StreamHead head, StatementDraft... drafts) {
        return Batch.seal(head, List.of(drafts), AU.signer());
    }

    private EvidenceEntry entry(Batch batch, int index, long block) {
        return toChina.entry(AU, batch, index, new Position(block, 0, 0), Story.time("2026-05-04T10:00:00Z"));
    }

    /** Only what is valid accuses: both files are checked first, as the command does. */
    private List<Kind> kinds(EvidenceEntry first, EvidenceEntry second) {
        return EvidenceComparison.compare(valid(first), valid(second)).stream()
                .map(Contradiction::kind)
                .toList();
    }

    private List<EvidenceEntry> valid(EvidenceEntry entry) {
        StreamId stream = entry.stream();
        Story story =
                stream.author().equals(SG.member()) || stream.audience().equals(SG.member()) ? toSingapore : toChina;
        Evidence evidence = story.presented(List.of(entry));
        Trust trust = new Trust(Map.of(AU.member(), AU.byBoth(), CN.member(), CN.byBoth(), SG.member(), SG.byBoth()));
        EvidenceVerdict verdict = EvidenceProofTest.check(trust).check(evidence.bytes());
        assertThat(verdict.isValid()).as(String.valueOf(verdict)).isTrue();
        return evidence.entries();
    }
}
