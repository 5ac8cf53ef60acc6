package org.entente.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.fabric.layout.NodeLayout;
import org.entente.launcher.process.JavaProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends by itself or is stuck is started again; what was stopped stays so. */
class SupervisionTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final Supervision supervision = new Supervision(now::get, told::add);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Node node;

    @BeforeEach
    void start() throws IOException {
        node = node("chaincode.AU");
        node.start();
    }

    @AfterEach
    void end() {
        node.kill();
    }

    private Node node(String name) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        JavaProgram program =
                new JavaProgram(JavaProgram.ownClassPath(), ServiceDouble.class.getName(), List.of("-Xmx32m"));
        return new Node(
                name,
                new NodeLayout(folder.resolve(name)),
                () -> program.command(List.of(Integer.toString(port), stuck().toString())),
                Map.of(),
                OptionalInt.of(port),
                port);
    }

    private Path stuck() {
        return folder.resolve("stuck");
    }

    private long pid() {
        return node.process().find().orElseThrow().pid();
    }

    private void look(int seconds) {
        supervision.look(List.of(node));
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        supervision.look(List.of(node));
    }

    @Test
    void a_service_with_stuck_threads_is_started_again() throws IOException {
        long first = pid();
        look(10);
        assertThat(pid()).isEqualTo(first);

        Files.createFile(stuck());
        look(2);

        assertThat(pid()).isNotEqualTo(first);
        assertThat(node.isServing()).isTrue();
        assertThat(told).containsExactly("chaincode.AU: had stuck threads; started again");
    }

    @Test
    void what_was_killed_is_started_again_and_what_was_stopped_is_not() {
        ProcessHandle killed = node.process().find().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
        look(2);
        assertThat(node.isServing()).isTrue();
        assertThat(told).containsExactly("chaincode.AU: had ended; started again");

        node.stop();
        look(100);
        assertThat(node.isRunning()).isFalse();
        assertThat(told).hasSize(1);
    }

    @Test
    void a_peer_is_not_ended_for_what_it_says_of_itself() throws IOException {
        node.kill();
        node = node("peer.AU");
        node.start();
        long first = pid();
        Files.createFile(stuck());
        look(100);
        assertThat(pid()).isEqualTo(first);
        assertThat(told).isEmpty();
    }
}
