package org.entente.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with the class path that its jar names, without the libraries that only tests have. */
class ServiceStartTest {
    private static final long SECONDS = 60;

    @Test
    void starts_and_listens(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said.txt");
        int port = freePort();
        Process service = start(port, said);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (!listens(port)) {
                assertThat(service.isAlive()).as(Files.readString(said)).isTrue();
                assertThat(System.nanoTime()).isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            assertThat(Files.readString(said)).doesNotContain("Exception");
        } finally {
            service.destroyForcibly();
        }
    }

    private static Process start(int port, Path said) throws IOException {
        String libraries =
                Files.readString(Path.of("target", "service.classpath")).strip();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes") + System.getProperty("path.separator") + libraries,
                        ContractMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CHAINCODE_SERVER_ADDRESS",
                        "localhost:" + port,
                        "CORE_CHAINCODE_ID_NAME",
                        "entente:1",
                        "CORE_PEER_TLS_ENABLED",
                        "false"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
