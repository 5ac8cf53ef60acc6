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
import org.entente.client.outbox.Progress;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconnectTest {
    @Test
    void what_is_accepted_while_the_network_is_away_is_said_when_it_is_back(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            network.network().close();
            StatementId id = accepted(au, Requests.raise(CN, "tally-1", 1));
            network.restart();
            assertThat(settled(au, id)).isInstanceOf(Progress.Final.class);
            said(cn, Requests.raise(AU, "tally-1", 1));
            awaitSame(au, cn);
            assertThat(total(au, CN, "tally-1")).isEqualTo(3);
        }
    }

    @Test
    void a_partner_that_is_away_holds_nobody_up(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            network.network().stopPeer(CN);
            said(au, Requests.raise(CN, "tally-1", 1));
            network.network().startPeer(CN);
            awaitSame(au, cn);
            assertThat(total(cn, AU, "tally-1")).isEqualTo(2);
        }
    }
}
