package org.entente.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.fabric.layout.NodeLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the running peers know of one another, asked where peers tell it: their metrics. */
class MembershipTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    private Path folder;

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Node> peers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void waits_for_nothing_when_every_peer_knows_all_others() throws IOException {
        peer("peer.AU", knows(2));
        peer("peer.CN", knows(2));
        peer("peer.SG", knows(2));

        assertThat(membership().await(AT_ONCE)).isEmpty();
    }

    @Test
    void names_who_knows_too_few_and_who_still_counts_one_that_ended() throws IOException {
        peer("peer.AU", knows(1));
        peer("peer.CN", knows(2));
        peer("peer.ID", knows(3));
        ended("peer.SG");

        // Three run, so each has to know two others.
        assertThat(membership().await(AT_ONCE)).containsExactly("peer.AU", "peer.ID");
    }

    @Test
    void names_who_tells_nothing_or_only_of_another_channel() throws IOException {
        peer("peer.AU", "");
        peer("peer.CN", "gossip_membership_total_peers_known{channel=\"other\"} 2\n");
        peer("peer.ID", knows(2));

        assertThat(membership().await(AT_ONCE)).containsExactly("peer.AU", "peer.CN");
    }

    @Test
    void waits_until_a_peer_has_noticed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        peer("peer.AU", knows(1));
        peer("peer.CN", () -> asked.incrementAndGet() < 4 ? knows(0) : knows(1));

        assertThat(membership().await(SOON)).isEmpty();
        assertThat(asked).hasValue(4);
    }

    @Test
    void one_whose_metrics_cannot_be_reached_is_unaware_and_no_error() throws IOException {
        peer("peer.AU", knows(1));
        peer("peer.CN", knows(1));
        servers.getLast().stop(0);

        assertThat(membership().await(AT_ONCE)).containsExactly("peer.CN");
    }

    @Test
    void where_nothing_runs_there_is_nothing_to_wait_for() throws IOException {
        ended("peer.AU");

        assertThat(membership().await(SOON)).isEmpty();
    }

    private interface Metrics {
        String text();
    }

    private Membership membership() {
        return new Membership("entente", peers);
    }

    private static String knows(int others) {
        return "gossip_membership_total_peers_known{channel=\"entente\"} " + others + "\n";
    }

    private void peer(String name, String metrics) throws IOException {
        peer(name, () -> metrics);
    }

    /** A peer that runs: its file names this process. */
    private void peer(String name, Metrics metrics) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = metrics.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        servers.add(server);
        NodeLayout layout = layout(name);
        ProcessHandle self = ProcessHandle.current();
        Files.writeString(
                layout.process(),
                self.pid() + " " + self.info().startInstant().orElseThrow().toEpochMilli());
        peers.add(node(name, layout, server.getAddress().getPort()));
    }

    private void ended(String name) throws IOException {
        peers.add(node(name, layout(name), 1));
    }

    private NodeLayout layout(String name) throws IOException {
        return new NodeLayout(Files.createDirectories(folder.resolve(name)));
    }

    private static Node node(String name, NodeLayout layout, int operations) {
        return new Node(name, layout, List::of, Map.of(), OptionalInt.of(operations), operations);
    }
}
