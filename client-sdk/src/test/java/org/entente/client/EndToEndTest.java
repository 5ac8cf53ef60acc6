package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.Pair;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private TestNetwork network;
    private MemberNode au;
    private MemberNode cn;
    private MemberNode sg;

    @BeforeAll
    void start(@TempDir Path folder) {
        network = TestNetwork.start(folder);
        au = MemberNode.start(network.config(AU));
        cn = MemberNode.start(network.config(CN));
        sg = MemberNode.start(network.config(SG));
    }

    @AfterAll
    void stop() {
        au.close();
        cn.close();
        sg.close();
        network.close();
    }

    @Test
    void a_statement_becomes_final_on_both_sides_and_a_third_member_sees_nothing() throws Exception {
        StatementId id = accepted(au, Requests.raise(CN, "tally-1", 40));
        OutboxStatus status = au.outbox().awaitFinal(id, SOON).orElseThrow();
        assertThat(status.progress())
                .isInstanceOfSatisfying(
                        Progress.Final.class,
                        done -> assertThat(done.standing()).isEqualTo(Standing.STANDS));
        StatementId answer = accepted(cn, Requests.raise(AU, "tally-1", 30));
        assertThat(cn.outbox().awaitFinal(answer, SOON).orElseThrow().progress())
                .isInstanceOf(Progress.Final.class);
        Optional<Pair> pair = Optional.of(Pair.of(AU, CN));
        Until.isTrue(() -> au.state().digest(pair).equals(cn.state().digest(pair)));
        assertThat(new String(
                        au.state().subject(CN, "tally-1").state().orElseThrow(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"total\":70");
        assertThat(sg.state().subject(AU, "tally-1").state()).isEmpty();
    }

    private static StatementId accepted(MemberNode node, StatementRequest request) throws InterruptedException {
        return switch (node.outbox().accept(request)) {
            case Acceptance.Accepted(var receipt) -> receipt.id();
            case Acceptance other -> throw new AssertionError(other);
        };
    }
}
