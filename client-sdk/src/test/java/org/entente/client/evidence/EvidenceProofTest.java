package org.entente.client.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.certs.statement.StatementSignatures;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceCode;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.EvidenceOutcome;
import org.entente.model.evidence.EvidenceOutcome.CouldNotCheck;
import org.entente.model.evidence.EvidenceOutcome.Invalid;
import org.entente.model.evidence.EvidenceOutcome.Valid;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.evidence.InclusionProof;
import org.entente.model.finding.FindingCode;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedMember;
import org.junit.jupiter.api.Test;

/** Evidence with real transactions, checked with real cryptography. */
class EvidenceProofTest {
    private static final Administration AU = Administration.of("AU");
    private static final Administration CN = Administration.of("CN");
    private static final Administration FALSE_AU = Administration.of("AU");
    private static final Trust BOTH = trust(AU.byBoth(), CN.byBoth());

    private final Story story = new Story(AU, CN, 1);

    @Test
    void a_story_of_both_members_is_valid() {
        EvidenceVerdict verdict = check(BOTH).check(story.told().bytes());
        assertThat(verdict.isValid()).isTrue();
        assertThat(((EvidenceVerdict.Judged) verdict).outcomes()).hasSize(3).allSatisfy(outcome -> {
            Valid valid = (Valid) outcome;
            assertThat(valid.facts().keyTrusted()).isTrue();
            assertThat(valid.facts().ledgerProven()).isTrue();
            assertThat(valid.facts().positionAttestedBy()).contains(CN.member());
            assertThat(valid.facts().ledger().creator()).contains("CN=dispatcher");
            assertThat(valid.facts().ledger().endorsers()).hasSize(1);
        });
    }

    @Test
    void says_whether_the_envelope_is_alone_in_its_block() {
        List<EvidenceOutcome> outcomes = check(BOTH).check(story.told());
        assertThat(outcomes)
                .extracting(each -> ((Valid) each).facts().ledger().aloneInBlock())
                .containsExactly(false, true, true);
    }

    @Test
    void a_trusted_key_alone_is_enough_and_says_that_the_ledger_is_not_proven() {
        Valid valid =
                (Valid) check(trust(AU.byKey(), CN.byKey())).check(story.told()).getFirst();
        assertThat(valid.facts().keyTrusted()).isTrue();
        assertThat(valid.facts().ledgerProven()).isFalse();
    }

    @Test
    void a_trusted_root_alone_is_enough_and_nobody_attests_the_position() {
        Valid valid = (Valid)
                check(trust(AU.byRoot(), CN.byRoot())).check(story.told()).getFirst();
        assertThat(valid.facts().keyTrusted()).isFalse();
        assertThat(valid.facts().ledgerProven()).isTrue();
        assertThat(valid.facts().positionAttestedBy()).isEmpty();
    }

    @Test
    void empty_trust_checks_nothing() {
        assertThat(check(Trust.NOBODY).check(story.told()))
                .allSatisfy(
                        outcome -> assertThat(codes(outcome)).containsExactly(EvidenceCode.EVIDENCE_AUTHOR_UNTRUSTED));
        assertThat(check(Trust.NOBODY).check(story.told())).allMatch(CouldNotCheck.class::isInstance);
    }

    @Test
    void trust_in_the_audience_says_nothing_of_the_author() {
        List<EvidenceOutcome> outcomes =
                check(new Trust(Map.of(CN.member(), CN.byBoth()))).check(story.told());
        assertThat(outcomes.get(0)).isInstanceOf(CouldNotCheck.class);
        assertThat(outcomes.get(1)).isInstanceOf(Valid.class);
    }

    @Test
    void a_key_that_is_not_among_the_trusted_ones_could_not_be_checked_even_with_a_good_root() {
        TrustedMember otherKey =
                new TrustedMember(FALSE_AU.byKey().keys(), AU.byRoot().roots());
        assertThat(codes(check(trust(otherKey, CN.byKey())).check(story.told()).getFirst()))
                .containsExactly(EvidenceCode.EVIDENCE_KEY_UNTRUSTED);
    }

    @Test
    void a_root_that_issued_nothing_could_not_be_checked_even_with_a_good_key() {
        TrustedMember otherRoot =
                new TrustedMember(AU.byKey().keys(), FALSE_AU.byRoot().roots());
        EvidenceOutcome outcome =
                check(trust(otherRoot, CN.byKey())).check(story.told()).getFirst();
        assertThat(outcome).isInstanceOf(CouldNotCheck.class);
        assertThat(codes(outcome)).containsOnly(EvidenceCode.EVIDENCE_CERTIFICATE_UNTRUSTED);
    }

    @Test
    void an_administration_that_somebody_else_plays_is_never_valid() {
        Evidence forged = new Story(FALSE_AU, CN, 2).told();
        for (TrustedMember trusted : List.of(AU.byKey(), AU.byRoot(), AU.byBoth())) {
            assertThat(check(trust(trusted, CN.byBoth())).check(forged).getFirst())
                    .isInstanceOf(CouldNotCheck.class);
        }
    }

    @Test
    void an_endorser_of_another_member_is_no_proof() {
        SampleTransaction transaction = transaction();
        transaction.endorsers.add(CN);
        assertInvalid(entry(transaction), EvidenceCode.EVIDENCE_ENDORSER_INVALID);
        transaction.endorsers.removeFirst();
        assertInvalid(entry(transaction), EvidenceCode.EVIDENCE_ENDORSER_INVALID);
        transaction.endorsers.clear();
        assertInvalid(entry(transaction), EvidenceCode.EVIDENCE_ENDORSER_INVALID);
    }

    @Test
    void an_endorser_of_a_false_root_could_not_be_checked() {
        SampleTransaction transaction = transaction();
        transaction.endorsers.set(0, FALSE_AU);
        EvidenceOutcome outcome =
                check(BOTH).check(story.presented(List.of(entry(transaction)))).getFirst();
        assertThat(outcome).isInstanceOf(CouldNotCheck.class);
        assertThat(codes(outcome)).containsExactly(EvidenceCode.EVIDENCE_CERTIFICATE_UNTRUSTED);
    }

    /** A reader counts it whatever the author's peer runs, so it is a proof. */
    @Test
    void the_function_by_which_the_author_wrote_it_does_not_matter() {
        SampleTransaction function = transaction();
        function.function = "entente:submit";

        assertThat(check(BOTH).check(story.presented(List.of(entry(function)))).getFirst())
                .isInstanceOf(Valid.class);
    }

    @Test
    void another_collection_value_or_number_of_keys_is_no_proof() {
        SampleTransaction keys = transaction();
        keys.heads = 2;
        assertInvalid(entry(keys), EvidenceCode.EVIDENCE_WRITE_MISSING);
        SampleTransaction collection = transaction();
        collection.collection = "AU-SG";
        assertInvalid(entry(collection), EvidenceCode.EVIDENCE_WRITE_MISSING);
        SampleTransaction value = transaction();
        EvidenceEntry told = entry(value);
        value.valueHash = Digest.NONE;
        EvidenceEntry written = entry(value);
        assertInvalid(
                new EvidenceEntry(
                        told.statement(),
                        told.proof(),
                        told.header(),
                        told.signature(),
                        told.key(),
                        Altered.envelope(told.ledger(), written.ledger().envelope())),
                EvidenceCode.EVIDENCE_WRITE_MISSING);
    }

    @Test
    void a_key_counts_until_just_before_its_validity_ends() {
        Instant end = story.issued().ledger().timestamp();
        assertThat(check(BOTH).check(story.presented(List.of(until(end.plusNanos(1))))))
                .allMatch(Valid.class::isInstance);
        assertInvalid(until(end), EvidenceCode.EVIDENCE_KEY_NOT_VALID_THEN);
    }

    private EvidenceEntry until(Instant end) {
        EvidenceEntry told = story.issued();
        return new EvidenceEntry(
                told.statement(),
                told.proof(),
                told.header(),
                told.signature(),
                AU.published(Optional.of(end)),
                told.ledger());
    }

    @Test
    void swapped_statements_and_a_foreign_path_are_invalid() {
        Evidence told = story.told();
        EvidenceEntry second = told.entries().get(1);
        EvidenceEntry third = told.entries().get(2);
        assertInvalid(Altered.statement(second, third.statement()), EvidenceCode.EVIDENCE_PATH_WRONG);
        assertInvalid(
                Altered.proof(third, new InclusionProof(4, second.proof().path())), EvidenceCode.EVIDENCE_PATH_WRONG);
        assertInvalid(
                Altered.proof(second, new InclusionProof(0, second.proof().path())), EvidenceCode.EVIDENCE_PATH_WRONG);
    }

    @Test
    void a_position_inside_a_block_of_one_transaction_is_its_first() {
        EvidenceEntry second = story.told().entries().get(1);
        assertInvalid(Altered.at(second, new Position(8, 3, 0)), EvidenceCode.EVIDENCE_ENVELOPE_DIFFERS);
    }

    @Test
    void a_key_published_after_the_batch_is_invalid() {
        assertInvalid(Altered.at(story.issued(), new Position(2, 0, 0)), EvidenceCode.EVIDENCE_KEY_FOREIGN);
    }

    private SampleTransaction transaction() {
        return new SampleTransaction(
                AU,
                story.batch(AU, CN, List.of(story.draft(AU, CN, "test.said", "x", Story.body("a", "b")))),
                Story.time("2026-05-04T10:00:00Z"));
    }

    private static EvidenceEntry entry(SampleTransaction transaction) {
        return Story.entry(transaction, 0, new Position(7, 1, 0));
    }

    private void assertInvalid(EvidenceEntry entry, EvidenceCode code) {
        EvidenceOutcome outcome =
                check(BOTH).check(story.presented(List.of(entry))).getFirst();
        assertThat(outcome).isInstanceOf(Invalid.class);
        assertThat(codes(outcome)).contains(code);
    }

    static EvidenceCheck check(Trust trust) {
        return new EvidenceCheck(
                StatementSignatures.check(),
                new EnvelopeProof(StatementSignatures.check(), new MspIdentities()),
                trust);
    }

    private static Trust trust(TrustedMember au, TrustedMember cn) {
        return new Trust(Map.of(AU.member(), au, CN.member(), cn));
    }

    static List<FindingCode> codes(EvidenceOutcome outcome) {
        return switch (outcome) {
            case Valid valid -> List.of();
            case Invalid(var because) ->
                because.stream().map(each -> each.code()).toList();
            case CouldNotCheck(var because) ->
                because.stream().map(each -> each.code()).toList();
        };
    }
}
