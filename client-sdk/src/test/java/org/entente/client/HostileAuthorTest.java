package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.standing;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.member.MembershipOutcome;
import org.entente.client.member.Resumption;
import org.entente.client.show.Page;
import org.entente.client.show.QuarantinedBatch;
import org.entente.client.show.StreamStatus;
import org.entente.client.stage.Administration;
import org.entente.client.stage.HostileChaincode;
import org.entente.client.stage.HostileChaincode.Deed;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TallyRules;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.UncheckedClient;
import org.entente.client.stage.Until;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileAuthorTest {
    private final AtomicReference<HostileChaincode> hostile = new AtomicReference<>();

    private TestNetwork network(Path folder) {
        return TestNetwork.start(
                folder,
                builder -> builder.chaincode(AU, honest -> {
                    hostile.set(new HostileChaincode(honest));
                    return hostile.get();
                }));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DELETE_HEAD", "PURGE_HEAD"})
    void what_fails_a_check_is_set_aside_and_the_stream_can_be_resumed(Deed deed, @TempDir Path folder)
            throws Exception {
        try (TestNetwork network = network(folder);
                Administration admin = new Administration(network.network(), AU);
                UncheckedClient client = new UncheckedClient(network.network().endpoint(AU));
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            assertThat(au.shown().resumption(CN)).isEmpty();
            hostile.get().misbehave(List.of(deed));
            client.submit(batch(au, network));
            said(cn, Requests.raise(AU, "tally-1", 2));
            awaitSame(au, cn);
            assertThat(total(cn, AU, "tally-1")).isEqualTo(3);
            List<QuarantinedBatch> shown = cn.shown().quarantined(Page.START).items();
            assertThat(shown).isNotEmpty().allMatch(each -> each.creator().equals("AU"));
            assertThat(shown.getFirst().findings()).isNotEmpty();
            rebuiltIsTheSame(cn);
            resumes(admin, au, cn, 7);
            assertThat(cn.shown().quarantined(Page.START).items()).hasSameSizeAs(shown);
            rebuiltIsTheSame(cn);
        }
    }

    /** The batch beside it is sound, and readers count it: only the author's own contract does not know where to go on. */
    @ParameterizedTest
    @EnumSource(names = {"DELETE_HEAD", "PURGE_HEAD"})
    void a_head_that_is_gone_is_found_and_set_back(Deed deed, @TempDir Path folder) throws Exception {
        try (TestNetwork network = network(folder);
                Administration admin = new Administration(network.network(), AU);
                UncheckedClient client = new UncheckedClient(network.network().endpoint(AU));
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            hostile.get().misbehave(List.of(deed));
            client.submit(batch(au, network));
            said(cn, Requests.raise(AU, "tally-1", 2));
            awaitSame(au, cn);
            assertThat(total(cn, AU, "tally-1")).isEqualTo(13);
            assertThat(au.shown().resumption(CN).orElseThrow().found()).isEqualTo(Digest.NONE);
            assertThat(cn.shown().resumption(AU)).isEmpty();
            resumes(admin, au, cn, 17);
            rebuiltIsTheSame(cn);
        }
    }

    /** What the author says meanwhile waits, and stands once its administrator has set the head back. */
    private static void resumes(Administration admin, MemberNode au, MemberNode cn, long total) throws Exception {
        StatementId waiting = accepted(au, Requests.raise(CN, "tally-1", 4));
        Until.isTrue(() -> own(au).trouble().equals(Optional.of("STREAM_HEAD_MISMATCH")));
        Resumption resumption = au.shown().resumption(CN).orElseThrow();
        assertThat(admin.membership().resume(resumption)).isInstanceOf(MembershipOutcome.Done.class);
        assertThat(standing(au, waiting)).isEqualTo(Standing.STANDS);
        awaitSame(au, cn);
        assertThat(total(cn, AU, "tally-1")).isEqualTo(total);
        assertThat(au.shown().resumption(CN)).isEmpty();
        assertThat(admin.membership().resume(resumption))
                .isInstanceOfSatisfying(
                        MembershipOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("STREAM_HEAD_MISMATCH"));
    }

    @ParameterizedTest
    @EnumSource
    void an_honest_node_signs_nothing_of_the_kind_and_says_it_again(Deed deed, @TempDir Path folder) throws Exception {
        try (TestNetwork network = network(folder);
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            hostile.get().misbehave(List.of(deed));
            said(au, Requests.raise(CN, "tally-1", 10));
            awaitSame(au, cn);
            assertThat(total(cn, AU, "tally-1")).isEqualTo(11);
            assertThat(cn.shown().quarantined(Page.START).items()).isEmpty();
        }
    }

    private static StreamStatus own(MemberNode au) {
        return au.shown().streams().stream()
                .filter(each -> each.stream().author().equals(AU))
                .findFirst()
                .orElseThrow();
    }

    private static Batch batch(MemberNode au, TestNetwork network) {
        StatementDraft draft = new StatementDraft(
                new StreamId(AU, CN),
                new StatementId("ab".repeat(32)),
                TallyRules.RAISED,
                "tally-1",
                Instant.parse("2026-05-03T00:00:00Z"),
                "officer",
                Salt.of(new byte[16]),
                TallyRules.body(10));
        return Batch.seal(own(au).head(), List.of(draft), StatementSignatures.signer(network.key(AU)));
    }

    private static void rebuiltIsTheSame(MemberNode node) throws InterruptedException {
        Digest before = node.state().digest(Optional.of(Pair.of(AU, CN)));
        assertThat(node.rebuild(Duration.ofSeconds(60))).isTrue();
        assertThat(node.state().digest(Optional.of(Pair.of(AU, CN)))).isEqualTo(before);
    }
}
