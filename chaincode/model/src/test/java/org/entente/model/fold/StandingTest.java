package org.entente.model.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.AU_CN;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.CN_AU;
import static org.entente.model.sample.Samples.NOON;

import java.util.List;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.MemberId;
import org.entente.model.sample.Samples;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest extends FoldScene {
    @Test
    void lets_the_earlier_of_two_authors_win_and_refuses_an_author_against_itself() {
        StatementDraft first = expecting(AU, 0);
        take(ledger.write(ledger.seal(List.of(first))));
        BatchOutcome late = take(ledger.write(ledger.seal(List.of(expecting(CN, 0)))));
        BatchOutcome own = take(ledger.write(ledger.seal(List.of(expecting(AU, 0)))));
        BatchOutcome right = take(ledger.write(ledger.seal(List.of(expecting(CN, 1)))));

        assertThat(standings(late)).containsExactly(Standing.OVERTAKEN);
        assertThat(statements(late).getFirst().overtakenBy()).contains(first.id());
        assertThat(standings(own)).containsExactly(Standing.REFUSED);
        assertThat(standings(right)).containsExactly(Standing.STANDS);
    }

    @Test
    void takes_a_repeated_id_once_and_refuses_it_with_other_content() {
        StatementDraft first = counts(AU, 1).getFirst();
        StatementDraft again = as(first, first.type(), 1);
        StatementDraft other = as(first, first.type(), 2);
        StatementDraft byTheOtherSide = new StatementDraft(
                CN_AU, first.id(), first.type(), first.subject(), NOON, "desk-7", first.salt(), Samples.count(4));
        take(ledger.write(ledger.seal(List.of(first))));

        assertThat(standings(take(ledger.write(ledger.seal(List.of(again)))))).containsExactly(Standing.REPEATED);
        BatchOutcome reused = take(ledger.write(ledger.seal(List.of(other))));
        assertThat(standings(reused)).containsExactly(Standing.REFUSED);
        assertThat(statements(reused).getFirst().findings().getFirst().code().name())
                .isEqualTo("STATEMENT_ID_REUSED");
        assertThat(standings(take(ledger.write(ledger.seal(List.of(byTheOtherSide))))))
                .as("ids are each author's own")
                .containsExactly(Standing.STANDS);
        assertThat(total()).contains("\"total\":5");
    }

    @Test
    void parks_a_type_or_version_that_it_does_not_know() {
        StatementDraft draft = counts(AU, 1).getFirst();
        BatchOutcome outcome = take(ledger.write(ledger.seal(List.of(
                as(draft, new StatementType("test.counted", 2), 1),
                new StatementDraft(
                        AU_CN,
                        Samples.id(random),
                        new StatementType("test.other", 1),
                        "subject",
                        NOON,
                        "desk-7",
                        draft.salt(),
                        Samples.count(1)),
                counts(AU, 1).getFirst()))));

        assertThat(standings(outcome)).containsExactly(Standing.PARKED, Standing.PARKED, Standing.STANDS);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                CounterRules.THROWS,
                CounterRules.WRITES_A_LONE_SURROGATE,
                CounterRules.WRITES_TOO_DEEP,
                CounterRules.WRITES_WHAT_IT_CANNOT_READ,
            })
    void refuses_a_statement_on_which_its_rules_fail_and_goes_on(long amount) {
        BatchOutcome outcome = take(ledger.write(ledger.seal(counts(AU, amount, 1))));

        assertThat(standings(outcome)).containsExactly(Standing.REFUSED, Standing.STANDS);
        assertThat(statements(outcome).getFirst().findings().toString())
                .contains("STATEMENT_RULE_FAILED")
                .doesNotContain("secret");
        assertThat(total()).contains("\"total\":1");
    }

    @Test
    void parks_what_refers_to_data_of_a_later_version_and_refuses_where_asking_fails() {
        BatchOutcome outcome = take(
                ledger.write(ledger.seal(counts(AU, CounterRules.NOT_KNOWN_YET, CounterRules.THROWS_WHEN_ASKED, 1))));

        assertThat(standings(outcome)).containsExactly(Standing.PARKED, Standing.REFUSED, Standing.STANDS);
        assertThat(total()).contains("\"total\":1");
    }

    @Test
    void stops_where_its_own_store_is_damaged() {
        store.putSubject(AU_CN.pair(), "subject", "{".getBytes(UTF_8));
        LedgerWrite write = ledger.write(ledger.seal(counts(AU, 1)));

        assertThatIllegalArgumentException().isThrownBy(() -> take(write));
    }

    private static StatementDraft as(StatementDraft draft, StatementType type, long amount) {
        return new StatementDraft(
                draft.stream(),
                draft.id(),
                type,
                draft.subject(),
                draft.effectiveFrom(),
                draft.officer(),
                new org.entente.model.statement.Salt("A".repeat(22)),
                Samples.count(amount));
    }

    private StatementDraft expecting(MemberId author, long total) {
        return Samples.draft(
                random,
                author.equals(AU) ? AU_CN : CN_AU,
                "subject",
                Samples.count(1).put("expects", total));
    }
}
