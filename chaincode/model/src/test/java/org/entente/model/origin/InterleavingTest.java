package org.entente.model.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.origin.Talk.AU;
import static org.entente.model.origin.Talk.CN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.entente.model.fold.Judgement;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement.Acknowledged;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Outcome;
import org.entente.model.origin.OriginStatement.Reason;
import org.entente.model.origin.OriginStatement.UseReversed;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.certificate.Certificate;
import org.junit.jupiter.api.Test;

/** Whatever the ledger's order: both sides agree, balances stay between 0 and the quantity, cancelled means unused. */
class InterleavingTest {
    private static final Certificate CERTIFICATE = SampleCertificates.chafta();

    private static final List<OriginStatement> BY_ISSUER =
            List.of(new Issued(CERTIFICATE), CertificateRulesTest.cancellation());

    private static final List<List<OriginStatement>> BY_IMPORTER = List.of(
            List.of(
                    CertificateRulesTest.use("D1", 1, "60", "TNE"),
                    CertificateRulesTest.reversal("D1", 1),
                    CertificateRulesTest.use("D1", 1, "100", "TNE")),
            List.of(
                    CertificateRulesTest.use("D1", 1, "60", "TNE"),
                    CertificateRulesTest.use("D2", 1, "60", "TNE"),
                    CertificateRulesTest.use("D3", 1, "40", "TNE")),
            List.of(
                    refusal(List.of(1)),
                    CertificateRulesTest.use("D1", 1, "60", "TNE"),
                    CertificateRulesTest.use("D1", 2, "9000", "LTR")),
            List.of(
                    CertificateRulesTest.use("D1", 2, "9000", "LTR"),
                    CertificateRulesTest.reversal("D1", 2),
                    CertificateRulesTest.reversal("D1", 2),
                    refusal(List.of())));

    private record Turn(MemberId author, OriginStatement statement) {}

    private static Acknowledged refusal(List<Integer> items) {
        return new Acknowledged(
                CERTIFICATE.id(),
                Outcome.REFUSED,
                List.of(new Reason(RefusalReason.GOODS_MISMATCH, items, Optional.empty())));
    }

    @Test
    void every_merge_of_both_streams_keeps_the_invariants() {
        int merges = 0;
        for (List<OriginStatement> importer : BY_IMPORTER) {
            for (List<Turn> order : merges(turns(AU, BY_ISSUER), turns(CN, importer))) {
                check(order);
                merges++;
            }
        }
        assertThat(merges).isEqualTo(10 + 10 + 10 + 15);
    }

    @Test
    void every_order_at_all_keeps_the_invariants_even_where_an_author_contradicts_itself() {
        List<Turn> all = new ArrayList<>(turns(AU, BY_ISSUER));
        all.addAll(turns(CN, BY_IMPORTER.get(0)));
        List<List<Turn>> orders = permutations(all);
        assertThat(orders).hasSize(120);
        orders.forEach(InterleavingTest::check);
    }

    @Test
    void seeded_long_talks_keep_the_invariants() {
        Random random = new Random(20_260_305);
        for (int round = 0; round < 100; round++) {
            List<Turn> order = new ArrayList<>(turns(AU, List.of(new Issued(CERTIFICATE))));
            for (int i = 0; i < 25; i++) {
                order.add(randomTurn(random));
            }
            check(order);
        }
    }

    private static Turn randomTurn(Random random) {
        int item = 1 + random.nextInt(3);
        String unit = random.nextInt(8) == 0 ? "KGM" : item == 1 ? "TNE" : "LTR";
        String declaration = "D" + random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0 -> new Turn(random.nextInt(4) == 0 ? CN : AU, CertificateRulesTest.cancellation());
            case 1 -> new Turn(CN, refusal(random.nextBoolean() ? List.of() : List.of(1 + random.nextInt(2))));
            case 2, 3, 4 -> new Turn(CN, CertificateRulesTest.reversal(declaration, item));
            case 5 -> new Turn(random.nextBoolean() ? AU : CN, new Issued(CERTIFICATE));
            default ->
                new Turn(
                        random.nextInt(10) == 0 ? AU : CN,
                        CertificateRulesTest.use(declaration, item, String.valueOf(1 + random.nextInt(120)), unit));
        };
    }

    /** Both sides fold the same order, each on its own; the invariants hold after each statement. */
    private static void check(List<Turn> order) {
        Talk here = new Talk();
        Talk there = new Talk();
        for (Turn turn : order) {
            Optional<byte[]> before = here.bytes();
            Judgement<byte[]> mine = here.says(turn.author(), turn.statement());
            Judgement<byte[]> theirs = there.says(turn.author(), turn.statement());
            assertThat(Talk.codes(mine)).isEqualTo(Talk.codes(theirs));
            assertThat(Talk.overtaker(mine)).isEqualTo(Talk.overtaker(theirs));
            assertThat(here.bytes().map(Arrays::toString))
                    .isEqualTo(there.bytes().map(Arrays::toString));
            if (!Talk.stands(mine)) {
                assertThat(here.bytes()).isEqualTo(before);
            }
            checkWhoLost(turn, mine);
            checkBalances(here);
        }
    }

    /** Only the other author's statement overtakes; the issuer's cancellation is never simply refused after issue. */
    private static void checkWhoLost(Turn turn, Judgement<byte[]> judgement) {
        if (Talk.overtaker(judgement).isPresent()) {
            boolean cancels = turn.statement().type().equals(OriginStatement.CANCELLED);
            assertThat(turn.author()).isEqualTo(cancels ? AU : CN);
            assertThat(turn.statement()).isNotInstanceOfAny(Issued.class, UseReversed.class);
        }
        if (turn.statement() instanceof Used && Talk.refused(judgement)) {
            assertThat(Talk.codes(judgement)).isNotEmpty();
        }
    }

    private static void checkBalances(Talk talk) {
        if (talk.bytes().isEmpty()) {
            return;
        }
        CertificateView view = talk.view();
        view.balances().forEach(balance -> {
            assertThat(balance.used().signum()).isNotNegative();
            assertThat(balance.left().signum()).isNotNegative();
            assertThat(balance.used().add(balance.left()))
                    .isEqualByComparingTo(balance.quantity().amount());
            if (view.status() == CertificateView.Status.CANCELLED || balance.refused()) {
                assertThat(balance.used().signum()).isZero();
            }
        });
    }

    private static List<Turn> turns(MemberId author, List<OriginStatement> statements) {
        return statements.stream().map(statement -> new Turn(author, statement)).toList();
    }

    private static List<List<Turn>> merges(List<Turn> first, List<Turn> second) {
        if (first.isEmpty() || second.isEmpty()) {
            List<Turn> rest = new ArrayList<>(first);
            rest.addAll(second);
            return List.of(rest);
        }
        List<List<Turn>> all = new ArrayList<>();
        for (List<Turn> rest : merges(first.subList(1, first.size()), second)) {
            all.add(prepend(first.getFirst(), rest));
        }
        for (List<Turn> rest : merges(first, second.subList(1, second.size()))) {
            all.add(prepend(second.getFirst(), rest));
        }
        return all;
    }

    private static List<List<Turn>> permutations(List<Turn> turns) {
        if (turns.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Turn>> all = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            List<Turn> rest = new ArrayList<>(turns);
            Turn first = rest.remove(i);
            permutations(rest).forEach(order -> all.add(prepend(first, order)));
        }
        return all;
    }

    private static List<Turn> prepend(Turn first, List<Turn> rest) {
        List<Turn> order = new ArrayList<>();
        order.add(first);
        order.addAll(rest);
        return order;
    }
}
