package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.settled;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.OutboxCode;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.show.CompleteUpTo;
import org.entente.client.show.Page;
import org.entente.client.stage.Play;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TallyRules;
import org.entente.client.stage.TestNetwork;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {
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
        said(au, Requests.raise(CN, "tally-both", 40));
        said(cn, Requests.raise(AU, "tally-both", 30));
        awaitSame(au, cn);
        assertThat(total(au, CN, "tally-both")).isEqualTo(70);
        assertThat(total(cn, AU, "tally-both")).isEqualTo(70);
        assertThat(sg.state().subject(AU, "tally-both").state()).isEmpty();
        assertThat(sg.shown().streams()).noneMatch(each -> each.stream().pair().equals(Pair.of(AU, CN)));
    }

    @Test
    void the_same_request_again_is_the_same_statement() throws Exception {
        StatementRequest request = Requests.raise(CN, "tally-twice", 10);
        StatementId id = said(au, request);
        assertThat(au.outbox().accept(request))
                .isInstanceOfSatisfying(
                        Acceptance.Repeated.class,
                        again -> assertThat(again.receipt().id()).isEqualTo(id));
        said(au, Requests.raise(CN, "tally-twice", 1));
        assertThat(total(au, CN, "tally-twice")).isEqualTo(11);
    }

    @Test
    void a_key_with_other_content_is_refused_and_changes_nothing() throws Exception {
        said(au, Requests.raise("the key", CN, "tally-key", 10));
        assertThat(au.outbox().accept(Requests.raise("the key", CN, "tally-key", 11)))
                .isInstanceOfSatisfying(
                        Acceptance.KeyReused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(OutboxCode.IDEMPOTENCY_KEY_REUSED));
        said(au, Requests.raise(CN, "tally-key", 1));
        assertThat(total(au, CN, "tally-key")).isEqualTo(11);
    }

    @Test
    void what_no_reader_would_accept_is_refused_at_the_door() throws Exception {
        StatementRequest good = Requests.raise(CN, "tally-door", 1);
        var body = TallyRules.body(1).put("note", "half a pair: \ud800");
        StatementRequest bad = new StatementRequest(
                good.client(),
                good.route(),
                good.key(),
                CN,
                good.type(),
                good.subject(),
                good.effectiveFrom(),
                good.officer(),
                body);
        assertThat(au.outbox().accept(bad)).isInstanceOf(Acceptance.Invalid.class);
        var zero = TallyRules.body(1).put("note", "nul: \u0000");
        StatementRequest nul = new StatementRequest(
                good.client(),
                good.route(),
                good.key(),
                CN,
                good.type(),
                good.subject(),
                good.effectiveFrom(),
                good.officer(),
                zero);
        assertThat(au.outbox().accept(nul))
                .isInstanceOfSatisfying(
                        Acceptance.Invalid.class,
                        refused -> assertThat(refused.findings().getFirst().code())
                                .isEqualTo(StatementCode.STATEMENT_ENVELOPE_INVALID));
        assertThat(au.outbox().accept(good)).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void what_breaks_a_rule_takes_no_number() throws Exception {
        said(au, Requests.raise(CN, "tally-full", 100));
        long before = sequence(au, new StreamId(AU, CN));
        assertThat(settled(au, accepted(au, Requests.raise(CN, "tally-full", 1))))
                .isInstanceOf(Progress.Refused.class);
        said(au, Requests.raise(CN, "tally-other", 1));
        assertThat(sequence(au, new StreamId(AU, CN))).isEqualTo(before + 1);
        assertThat(au.shown().refused(Page.START).items()).isNotEmpty();
    }

    @Test
    void what_the_other_side_was_faster_with_is_overtaken_before_it_is_numbered() throws Exception {
        StatementId first = said(cn, Requests.raise(AU, "tally-fast", 80));
        Play.awaitTotal(au, CN, "tally-fast", 80);
        assertThat(settled(au, accepted(au, Requests.raise(CN, "tally-fast", 21))))
                .isInstanceOfSatisfying(
                        Progress.Overtaken.class,
                        overtaken -> assertThat(overtaken.by()).isEqualTo(first));
    }

    @Test
    void many_statements_of_many_clients_stand_once_each() throws Exception {
        List<StatementId> ids = new ArrayList<>();
        List<CompletableFuture<Acceptance>> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            answers.add(au.outbox().acceptAsync(Requests.raise(CN, "tally-many-" + i % 50, 1)));
        }
        for (var answer : answers) {
            ids.add(((Acceptance.Accepted) answer.get()).receipt().id());
        }
        for (StatementId id : ids) {
            assertThat(settled(au, id)).isInstanceOf(Progress.Final.class);
        }
        awaitSame(au, cn);
        for (int i = 0; i < 50; i++) {
            assertThat(total(cn, AU, "tally-many-" + i)).isEqualTo(10);
        }
    }

    @Test
    void a_rebuild_gives_the_identical_state() throws Exception {
        said(au, Requests.raise(CN, "tally-again", 7));
        awaitSame(au, cn);
        Digest before = cn.state().digest(Optional.of(Pair.of(AU, SG)));
        Digest pair = cn.state().digest(Optional.of(Pair.of(AU, CN)));
        assertThat(cn.rebuild(Duration.ofSeconds(60))).isTrue();
        assertThat(cn.state().digest(Optional.of(Pair.of(AU, CN)))).isEqualTo(pair);
        assertThat(cn.state().digest(Optional.of(Pair.of(AU, SG)))).isEqualTo(before);
        assertThat(total(cn, AU, "tally-again")).isEqualTo(7);
    }

    @Test
    void every_answer_says_how_far_it_is_complete() throws Exception {
        said(au, Requests.raise(SG, "tally-complete", 7));
        awaitSame(au, sg);
        CompleteUpTo complete = sg.state().subject(AU, "tally-complete").completeUpTo();
        assertThat(complete.isComplete()).isTrue();
        assertThat(complete.block()).isLessThan(network.network().height()).isPositive();
    }

    private static long sequence(MemberNode node, StreamId stream) {
        return node.shown().streams().stream()
                .filter(each -> each.stream().equals(stream))
                .findFirst()
                .orElseThrow()
                .head()
                .sequence();
    }
}
