package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.settled;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.client.outbox.Progress;
import org.entente.client.stage.Databases;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideWriterTest {
    @Test
    void two_nodes_that_do_not_know_of_each_other_lose_and_double_nothing(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode one = MemberNode.start(network.config(AU));
                MemberNode outside = MemberNode.start(network.config(AU, Databases.fresh()));
                MemberNode cn = MemberNode.start(network.config(CN))) {
            List<StatementId> left = new ArrayList<>();
            List<StatementId> right = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                left.add(accepted(one, Requests.raise(CN, "tally-" + i % 3, 1)));
                right.add(accepted(outside, Requests.raise(CN, "tally-" + i % 3, 1)));
            }
            for (int i = 0; i < left.size(); i++) {
                assertThat(settled(one, left.get(i))).isInstanceOf(Progress.Final.class);
                assertThat(settled(outside, right.get(i))).isInstanceOf(Progress.Final.class);
            }
            awaitSame(one, cn);
            awaitSame(outside, cn);
            for (int i = 0; i < 3; i++) {
                assertThat(total(cn, AU, "tally-" + i)).isEqualTo(20);
            }
            assertThat(cn.shown().quarantined(0).items()).isEmpty();
        }
    }
}
