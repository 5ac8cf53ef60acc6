package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.process.Guard;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose process has no settings and ends by itself, while its address is answered by this test. */
final class MemberServiceTest {
    private static final MemberId AU = new MemberId("AU");

    @TempDir
    private Path folder;

    private final Queue<String> alarms = new ConcurrentLinkedQueue<>();
    private final Guard guard = Guard.start();

    @SuppressWarnings("NullAway.Init") // JUnit calls answer() first
    private HttpServer address;

    @SuppressWarnings("NullAway.Init") // each test makes it
    private MemberService service;

    @BeforeEach
    void answer() throws Exception {
        address = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void end() {
        service.stop();
        address.stop(0);
        guard.close();
    }

    /** Answers from now on, each time after something was done. */
    private MemberService service(boolean restarts, Runnable before) {
        address.createContext("/login", exchange -> {
            before.run();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        address.start();
        URI base = URI.create("http://localhost:" + address.getAddress().getPort() + "/");
        MemberService.Plan plan = new MemberService.Plan(
                base, folder.resolve("absent.json"), folder.resolve("api.log"), List.of(), false, restarts);
        return new MemberService(AU, plan, guard, new Listening(alarms));
    }

    @Test
    void a_process_that_dies_right_after_its_first_answer_does_not_serve_for_ever() {
        service = service(
                false,
                () -> ProcessHandle.of(service.pid())
                        .ifPresent(process -> process.onExit().join()));

        try {
            service.start();
        } catch (ConsortiumFailure e) {
            assertThat(e).hasMessageContaining("the API of AU does not start");
        }

        DemoProcess.await("it is known to be dead", () -> !service.isServing());
    }

    @Test
    void says_so_whatever_keeps_it_from_starting_again() throws Exception {
        // The output of the run before cannot be put aside: something is in its place.
        Files.createDirectories(folder.resolve("api.log.before").resolve("something"));
        service = service(true, () -> {});

        service.start();

        DemoProcess.await(
                "it is told",
                () -> alarms.stream().anyMatch(words -> words.contains("The API of AU could not be started again")));
        assertThat(alarms).anyMatch(words -> words.contains("has ended") && words.contains("Starting it again"));
        assertThat(service.isServing()).isFalse();
    }

    private record Listening(Queue<String> alarms) implements Watcher {
        @Override
        public void progress(String words) {}

        @Override
        public void alarm(String words) {
            alarms.add(words);
        }

        @Override
        public void broken(String words) {}
    }
}
