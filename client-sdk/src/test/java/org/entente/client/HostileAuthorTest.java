package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.settled;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.client.outbox.Progress;
import org.entente.client.show.Page;
import org.entente.client.show.QuarantinedBatch;
import org.entente.client.stage.HostileChaincode;
import org.entente.client.stage.HostileChaincode.Deed;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileAuthorTest {
    @ParameterizedTest
    @EnumSource
    void what_fails_a_check_is_set_aside_and_the_follower_goes_on(Deed deed, @TempDir Path folder) throws Exception {
        AtomicReference<HostileChaincode> hostile = new AtomicReference<>();
        try (TestNetwork network = TestNetwork.start(
                        folder,
                        builder -> builder.chaincode(AU, honest -> {
                            hostile.set(new HostileChaincode(honest));
                            return hostile.get();
                        }));
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            hostile.get().misbehave(List.of(deed));
            StatementId bad = accepted(au, Requests.raise(CN, "tally-1", 10));
            assertThat(settled(au, bad)).isInstanceOf(Progress.Quarantined.class);
            said(cn, Requests.raise(AU, "tally-1", 2));
            awaitSame(au, cn);
            assertThat(total(cn, AU, "tally-1")).isEqualTo(3);
            List<QuarantinedBatch> shown = cn.shown().quarantined(Page.START).items();
            assertThat(shown).isNotEmpty().allMatch(each -> each.creator().equals("AU"));
            assertThat(shown.getFirst().findings()).isNotEmpty();
            Digest before = cn.state().digest(Optional.of(Pair.of(AU, CN)));
            assertThat(cn.rebuild(Duration.ofSeconds(60))).isTrue();
            assertThat(cn.state().digest(Optional.of(Pair.of(AU, CN)))).isEqualTo(before);
        }
    }
}
