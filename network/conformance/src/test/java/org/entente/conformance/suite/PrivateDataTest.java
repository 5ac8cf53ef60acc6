package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.entente.conformance.client.Client;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Test;

/** Who holds and who sees what stands in a collection. */
class PrivateDataTest extends ConformanceTest {
    @Test
    void both_members_of_a_collection_read_it_and_all_have_its_hash() throws Exception {
        String key = write("private/read", "value of the pair");

        assertThat(read(client("AU"), key)).isEqualTo("value of the pair");
        await("the audience has the value", () -> read(client("CN"), key).equals("value of the pair"));
        String hash = HexFormat.of().formatHex(Tampering.sha256("value of the pair".getBytes(StandardCharsets.UTF_8)));
        for (String member : List.of("AU", "CN", "ID", "SG")) {
            assertThat(Proposals.ask(client(member), "getPrivateHash", "AU-CN", key))
                    .isEqualTo(hash);
        }
    }

    @Test
    void a_third_member_reads_nothing_on_its_own_peer_nor_on_a_members() throws Exception {
        String key = write("private/third", "value of the pair");

        Observed own = observe(
                "private/third member reads at its own peer",
                "evaluate",
                () -> Proposals.ask(client("SG"), "getPrivate", "AU-CN", key));
        assertThat(own.status()).isEqualTo("UNKNOWN");
        try (Client guest = SharedNetwork.open().as(network().client(new MemberId("SG")), "AU")) {
            Observed elsewhere = observe(
                    "private/third member reads at a member's peer",
                    "evaluate",
                    () -> Proposals.ask(guest, "getPrivate", "AU-CN", key));
            assertThat(elsewhere.status()).isEqualTo("UNKNOWN");
        }
    }

    /** core/peer/deliverevents.go, getPrivateData: what the peer holds and the client's member may see. */
    @Test
    void blocks_come_with_the_private_data_of_the_clients_member_only() throws Exception {
        String key = write("private/deliver", "value for two");
        String other = key("private/deliver other");
        Proposals.withValue(client("AU"), "value for SG", "putPrivate", "AU-SG", other)
                .build()
                .endorse()
                .submit();

        assertThat(Blocks.privateValues(client("AU")))
                .containsEntry("AU-CN " + key, "value for two")
                .containsEntry("AU-SG " + other, "value for SG");
        await(
                "the audience has the value",
                () -> Blocks.privateValues(client("CN")).containsKey("AU-CN " + key));
        assertThat(Blocks.privateValues(client("CN"))).doesNotContainKey("AU-SG " + other);
        assertThat(Blocks.privateValues(client("SG"))).doesNotContainKey("AU-CN " + key);
        try (Client guest = SharedNetwork.open().as(network().client(new MemberId("SG")), "AU")) {
            assertThat(Blocks.privateValues(guest))
                    .containsEntry("AU-SG " + other, "value for SG")
                    .doesNotContainKey("AU-CN " + key);
        }
    }

    @Test
    void a_peer_that_was_away_gets_blocks_and_later_the_private_data() throws Exception {
        assumeTrue(network().canStopPeers());
        MemberId audience = new MemberId("CN");
        network().stopPeer(audience);
        String key;
        try {
            key = write("private/away", "written meanwhile");
        } finally {
            network().startPeer(audience);
        }

        await("the private data arrive", () -> read(client("CN"), key).equals("written meanwhile"));
        assertThat(Blocks.privateValues(client("CN"))).containsEntry("AU-CN " + key, "written meanwhile");
    }

    @Test
    void absent_peers_block_no_private_write_but_public_ones_beyond_the_majority() throws Exception {
        assumeTrue(network().canStopPeers());
        network().stopPeer(new MemberId("CN"));
        try {
            Proposals.submit(client("AU"), "put", key("one away"), "x");
            network().stopPeer(new MemberId("SG"));
            write("private/two away", "x");
            Observed refused = observe(
                    "endorse/half of the members away",
                    "endorse",
                    () -> Proposals.endorsed(client("AU"), "put", key("two away"), "x"));
            assertThat(refused.status()).isEqualTo("FAILED_PRECONDITION");
            assertThat(observe(
                                    "endorse/own peer away",
                                    "endorse",
                                    () -> Proposals.endorsed(client("SG"), "put", key("away"), "x"))
                            .status())
                    .isEqualTo("UNAVAILABLE");
        } finally {
            network().startPeer(new MemberId("CN"));
            network().startPeer(new MemberId("SG"));
        }
        for (String member : List.of("CN", "SG")) {
            await("the peer answers again", () -> answers(member));
        }
    }

    private static boolean answers(String member) {
        try {
            return Proposals.ask(client(member), "get", key("nothing")).isEmpty();
        } catch (GatewayException e) {
            return false;
        }
    }

    private static String write(String name, String value) throws Exception {
        String key = key(name);
        Proposals.withValue(client("AU"), value, "putPrivate", "AU-CN", key)
                .build()
                .endorse()
                .submit();
        return key;
    }

    private static String read(Client client, String key) {
        try {
            return Proposals.ask(client, "getPrivate", "AU-CN", key);
        } catch (GatewayException e) {
            return "unanswered: " + e.getStatus();
        }
    }
}
