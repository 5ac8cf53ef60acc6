package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.launcher.faults.Stage.AU;
import static org.entente.launcher.faults.Stage.CN;
import static org.entente.launcher.faults.Stage.SG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.entente.client.MemberNode;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.show.CompleteUpTo;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Connections and peers that are away for a while: late is normal, missing is visible, and all of it is made up for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AbsenceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pair PAIR = Pair.of(AU, CN);

    private final Random random = new Random(11);
    private Stage stage;
    private Proxy toAu;
    private Proxy toCn;
    private int number;

    @BeforeAll
    void start(@TempDir Path folder) {
        stage = new Stage(folder, builder -> builder);
        toAu = new Proxy(stage.network().endpoint(AU).port());
        toCn = new Proxy(stage.network().endpoint(CN).port());
        stage.start(AU, stage.behind(AU, toAu.port()));
        stage.start(CN, stage.behind(CN, toCn.port()));
        stage.start(SG);
        settled(issue(), Duration.ofSeconds(60));
    }

    @AfterAll
    void stop() {
        stage.close();
        toAu.close();
        toCn.close();
    }

    private StatementId issue() {
        ObjectNode line = Certificates.issue("A" + ++number).line();
        try {
            return switch (stage.node(AU).outbox().accept(InstanceRequests.statement(line))) {
                case Acceptance.Accepted(var receipt) -> receipt.id();
                case Acceptance other -> throw new AssertionError(other);
            };
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void settled(StatementId id, Duration longest) {
        Await.until(
                "Australia's statement is final",
                longest,
                () -> stage.node(AU).outbox().status(id).orElseThrow().progress() instanceof Progress.Final);
    }

    private void bothSidesAgree() {
        Await.until("both sides agree, Australia " + complete(AU) + ", China " + complete(CN), SOON, () -> {
            boolean same = digest(AU).equals(digest(CN));
            return same && complete(AU).isComplete() && complete(CN).isComplete();
        });
    }

    private String digest(MemberId side) {
        return stage.node(side).state().digest(Optional.of(PAIR)).hex();
    }

    private CompleteUpTo complete(MemberId side) {
        MemberNode node = stage.node(side);
        return node.state().completeUpTo(side.equals(AU) ? CN : AU);
    }

    @Test
    void followers_and_dispatchers_go_on_after_the_network_was_cut() {
        for (int i = 0; i < 5; i++) {
            StatementId before = issue();
            Proxy cut = random.nextBoolean() ? toAu : toCn;
            cut.cut();
            StatementId meanwhile = issue();
            Await.atMost(Duration.ofMillis(random.nextInt(2_000)), () -> false);
            cut.restore();
            settled(before, SOON);
            settled(meanwhile, SOON);
        }
        bothSidesAgree();
    }

    @Test
    void nobody_waits_minutes_for_a_peer_that_was_away_for_long() {
        toCn.cut();
        StatementId meanwhile = issue();
        settled(meanwhile, SOON);
        long folded = complete(CN).block();
        // Long enough for a connection's own waits between its attempts to have grown beyond those of the follower.
        Await.atMost(Duration.ofSeconds(20), () -> false);
        toCn.restore();
        Await.until(
                "China follows again",
                Duration.ofSeconds(12),
                () -> complete(CN).block() > folded);
        bothSidesAgree();
    }

    @Test
    void a_peer_that_was_away_gets_private_data_late_and_nothing_is_called_complete_before() {
        stage.network().holdBackPrivateData(CN, true);
        stage.network().stopPeer(CN);
        StatementId missed = issue();
        settled(missed, SOON);
        stage.network().startPeer(CN);
        Await.until(
                "China sees that something is missing",
                SOON,
                () -> !complete(CN).isComplete());
        CompleteUpTo stopped = complete(CN);
        assertThat(stopped.missing()).isPositive();
        StatementId later = issue();
        settled(later, SOON);
        assertThat(complete(CN).firstMissing()).isEqualTo(stopped.firstMissing());
        assertThat(complete(CN).block()).isEqualTo(stopped.block());
        assertThat(digest(CN)).isNotEqualTo(digest(AU));
        stage.network().holdBackPrivateData(CN, false);
        bothSidesAgree();
        assertThat(complete(CN).block()).isGreaterThan(stopped.block());
    }

    @Test
    void the_authors_own_peer_away_holds_up_its_words_and_loses_none() {
        stage.network().stopPeer(AU);
        StatementId waiting = issue();
        Await.atMost(Duration.ofSeconds(2), () -> false);
        assertThat(stage.node(AU)
                        .outbox()
                        .status(waiting)
                        .orElseThrow()
                        .progress()
                        .isSettled())
                .isFalse();
        stage.network().startPeer(AU);
        settled(waiting, SOON);
        bothSidesAgree();
    }
}
