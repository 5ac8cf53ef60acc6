package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.entente.embedded.store.DamagedStoreException;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives, and what is not started at all. */
final class DurabilityTest {
    @TempDir
    Path folder;

    @Test
    void everything_is_there_after_a_stop_and_the_ports_are_the_same() throws Exception {
        int port;
        long height;
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.as(AU).submit("put", "k", "v");
            network.as(AU).submit("guard", "k", "AU");
            network.as(AU).submitPrivate("putPrivate", "secret", "AU-CN", "p");
            port = network.network().endpoint(AU).port();
            height = network.network().height();
        }
        try (TestNetwork network = TestNetwork.start(folder)) {
            assertThat(network.network().endpoint(AU).port()).isEqualTo(port);
            assertThat(network.network().height()).isEqualTo(height);
            assertThat(network.as(CN).evaluate("get", "k")).isEqualTo("v");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "p")).isEqualTo("secret");
            var alone = network.as(AU)
                    .probe()
                    .newProposal("put")
                    .addArguments("k", "w")
                    .setEndorsingOrganizations("AU")
                    .build();
            alone.endorse().submit();
        }
    }

    @Test
    void two_networks_cannot_have_one_folder() {
        try (TestNetwork network = TestNetwork.start(folder)) {
            assertThat(network.network().height()).isOne();
            assertThatThrownBy(() -> TestNetwork.start(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another embedded network has");
        }
    }

    @Test
    void another_set_of_members_cannot_open_it() {
        TestNetwork.start(folder).close();
        assertThatThrownBy(() ->
                        EmbeddedNetwork.builder(folder).member(AU).member(CN).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other members");
        TestNetwork.start(folder).close();
    }

    @Test
    void a_torn_tail_is_cut_off_and_the_blocks_before_it_stay() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.as(AU).submitPrivate("putPrivate", "kept", "AU-CN", "k");
            network.as(AU).submitPrivate("putPrivate", "torn", "AU-CN", "k");
        }
        Path log = folder.resolve("ledger").resolve("blocks.log");
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 7);
        }
        try (TestNetwork network = TestNetwork.start(folder)) {
            assertThat(network.network().height()).isEqualTo(2);
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "k")).isEqualTo("kept");
            network.as(AU).submitPrivate("putPrivate", "again", "AU-CN", "k");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "k")).isEqualTo("again");
        }
    }

    @Test
    void lost_blocks_are_noticed_by_what_the_members_still_have() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.as(AU).submitPrivate("putPrivate", "one", "AU-CN", "k");
            network.as(AU).submitPrivate("putPrivate", "two", "AU-CN", "k");
        }
        Files.delete(folder.resolve("ledger").resolve("blocks.log"));
        assertThatThrownBy(() -> TestNetwork.start(folder))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("blocks were lost");
    }

    @Test
    void a_changed_byte_anywhere_refuses_to_start_with_a_clear_message() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            for (int i = 0; i < 5; i++) {
                network.as(AU).submitPrivate("putPrivate", "value " + i, "AU-CN", "k");
            }
        }
        Random random = new Random(11);
        for (Path log : List.of(
                folder.resolve("ledger").resolve("blocks.log"),
                folder.resolve("CN").resolve("ledger").resolve("private.log"))) {
            byte[] whole = Files.readAllBytes(log);
            for (int i = 0; i < 12; i++) {
                byte[] changed = whole.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(log, changed);
                assertThatThrownBy(() -> TestNetwork.start(folder))
                        .isInstanceOf(DamagedStoreException.class)
                        .hasMessageContaining(log.getFileName().toString());
            }
            Files.write(log, whole);
        }
        try (TestNetwork network = TestNetwork.start(folder)) {
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "k")).isEqualTo("value 4");
        }
    }

    @Test
    void a_file_cut_at_any_byte_starts_with_the_whole_blocks_before_it() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            for (int i = 0; i < 3; i++) {
                network.as(AU).submit("put", "k", Integer.toString(i));
            }
        }
        Path log = folder.resolve("ledger").resolve("blocks.log");
        byte[] whole = Files.readAllBytes(log);
        Random random = new Random(5);
        for (int i = 0; i < 8; i++) {
            int length = random.nextInt(whole.length);
            Files.write(log, java.util.Arrays.copyOf(whole, length));
            appendZeros(log, List.of(0, 40, 70_000).get(i % 3));
            try (TestNetwork network = TestNetwork.start(folder)) {
                assertThat(network.network().height()).isBetween(1L, 3L);
                network.as(AU).submit("put", "again", "v");
            }
        }
    }

    private static void appendZeros(Path log, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.allocate(count));
        }
    }

    @Test
    void a_process_killed_while_writing_loses_nothing_that_it_acknowledged() throws Exception {
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        Random random = new Random(3);
        for (int round = 0; round < 3; round++) {
            int before = acknowledged.size();
            String prefix = round + "-";
            Process process = launch();
            try (TestClient au = new TestClient(ChildEndpoint.read(folder, AU))) {
                Thread writer = Thread.ofPlatform().start(() -> writeUntilItDies(au, prefix, acknowledged));
                Refusal.await(() -> acknowledged.size() > before);
                process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
                writer.join();
            }
            process.waitFor();
        }
        assertThat(acknowledged).isNotEmpty();
        try (TestNetwork network = TestNetwork.start(folder)) {
            for (String key : acknowledged) {
                assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", key)).isEqualTo("value of " + key);
            }
            assertThat(network.network().missingPrivateData(CN)).isZero();
        }
    }

    private static void writeUntilItDies(TestClient au, String prefix, List<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                au.submitPrivate("putPrivate", "value of " + prefix + i, "AU-CN", prefix + i);
                acknowledged.add(prefix + i);
            }
        } catch (GatewayException | CommitException e) {
            assertThat(e).isInstanceOf(GatewayException.class);
        }
    }

    /** Starts the network in a process of its own and returns once it says that it serves. */
    private Process launch() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedNetworkMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine())
                .startsWith("Entente embedded, one machine")
                .contains("no consensus is claimed");
        return process;
    }

    @Test
    void a_process_told_to_stop_stops_and_says_what_it_is() throws Exception {
        Process process = launch();
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        TestNetwork.start(folder).close();
    }
}
