package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;
import static org.entente.embedded.probe.TestNetwork.ID;
import static org.entente.embedded.probe.TestNetwork.SG;

import io.grpc.Status;
import java.nio.file.Path;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that are away and private data that comes late. */
final class AbsenceTest {
    @TempDir
    Path folder;

    TestNetwork network;
    TestClient au;

    @BeforeEach
    void start() {
        network = TestNetwork.start(folder);
        au = network.as(AU);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private String atCn(String key) throws Exception {
        try (TestClient cn = new TestClient(network.network().endpoint(CN))) {
            return cn.evaluate("getPrivate", "AU-CN", key);
        }
    }

    @Test
    void an_absent_partner_blocks_nobody_and_reads_on_its_return() throws Exception {
        network.network().stopPeer(CN);
        au.submitPrivate("putPrivate", "while away", "AU-CN", "k");
        assertThat(network.network().missingPrivateData(CN)).isOne();
        Refusal unavailable = Refusal.of(() -> atCnRefused());
        assertThat(unavailable.code()).isEqualTo(Status.Code.UNAVAILABLE);
        network.network().startPeer(CN);
        Refusal.await(() -> network.network().missingPrivateData(CN) == 0);
        assertThat(atCn("k")).isEqualTo("while away");
    }

    private void atCnRefused() throws org.hyperledger.fabric.client.GatewayException {
        try (TestClient cn = new TestClient(network.network().endpoint(CN))) {
            cn.evaluate("get", "k");
        }
    }

    @Test
    void blocks_are_there_at_once_and_private_data_only_when_it_comes() throws Exception {
        network.network().holdBackPrivateData(CN, true);
        network.network().stopPeer(CN);
        au.submitPrivate("putPrivate", "late", "AU-CN", "k");
        network.network().startPeer(CN);
        try (TestClient cn = new TestClient(network.network().endpoint(CN))) {
            assertThat(cn.evaluate("getPrivateHash", "AU-CN", "k")).hasSize(64);
            Refusal missing = Refusal.of(() -> cn.evaluate("getPrivate", "AU-CN", "k"));
            assertThat(missing.code()).isEqualTo(Status.Code.UNKNOWN);
        }
        network.network().holdBackPrivateData(CN, false);
        Refusal.await(() -> network.network().missingPrivateData(CN) == 0);
        assertThat(atCn("k")).isEqualTo("late");
    }

    @Test
    void an_older_value_that_comes_late_does_not_replace_a_newer_one() throws Exception {
        network.network().holdBackPrivateData(CN, true);
        network.network().stopPeer(CN);
        au.submitPrivate("putPrivate", "old", "AU-CN", "k");
        network.network().startPeer(CN);
        au.submitPrivate("putPrivate", "new", "AU-CN", "k");
        assertThat(atCn("k")).isEqualTo("new");
        network.network().holdBackPrivateData(CN, false);
        Refusal.await(() -> network.network().missingPrivateData(CN) == 0);
        assertThat(atCn("k")).isEqualTo("new");
    }

    @Test
    void a_value_missed_before_a_restart_comes_after_it() throws Exception {
        network.network().holdBackPrivateData(CN, true);
        network.network().stopPeer(CN);
        au.submitPrivate("putPrivate", "across", "AU-CN", "k");
        network.close();
        network = TestNetwork.start(folder);
        Refusal.await(() -> network.network().missingPrivateData(CN) == 0);
        assertThat(atCn("k")).isEqualTo("across");
    }

    @Test
    void a_peer_that_is_back_before_the_commit_has_the_data_with_the_block() throws Exception {
        network.network().stopPeer(CN);
        Transaction endorsed =
                au.proposal("putPrivate", "in time", "AU-CN", "k").endorse();
        network.network().startPeer(CN);
        endorsed.submit();
        assertThat(network.network().missingPrivateData(CN)).isZero();
        assertThat(atCn("k")).isEqualTo("in time");
    }

    @Test
    void without_a_majority_there_is_no_public_write_and_with_it_again_there_is() throws Exception {
        network.network().stopPeer(CN);
        network.network().stopPeer(ID);
        Refusal refused = Refusal.of(() -> au.submit("put", "k", "v"));
        assertThat(refused.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refused.description()).startsWith("no combination of peers can be derived");
        network.network().startPeer(ID);
        au.submit("put", "k", "v");
        assertThat(network.as(SG).evaluate("get", "k")).isEqualTo("v");
    }
}
