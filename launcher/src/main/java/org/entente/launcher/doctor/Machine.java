package org.entente.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.tools.ToolProvider;

/** The checks, in the order in which a newcomer can mend them. The limits stand in {@link Limits}. */
final class Machine {
    private Machine() {}

    static List<Check> checks(Path home) {
        return List.of(
                new Check("java", Machine::java),
                new Check("memory", Machine::memory),
                new Check("disk", () -> disk(home)),
                new Check("clock", Machine::clock),
                new Check("encoding", Machine::encoding),
                new Check("ports", Machine::ports),
                new Check("database", DatabaseCheck::look),
                new Check("python", PythonCheck::look));
    }

    private static Verdict java() {
        return Limits.java(
                Runtime.version().feature(),
                ToolProvider.getSystemJavaCompiler() != null,
                System.getProperty("java.vendor", "unknown vendor"));
    }

    private static Verdict memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Limits.memory(system.getTotalMemorySize(), Runtime.getRuntime().availableProcessors());
    }

    private static Verdict disk(Path home) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.delete(Files.createTempFile(temporary, "entente-doctor", ".tmp"));
        long homeFree = Files.getFileStore(home).getUsableSpace();
        long temporaryFree = Files.getFileStore(temporary).getUsableSpace();
        return homeFree <= temporaryFree ? Limits.disk(homeFree, home) : Limits.disk(temporaryFree, temporary);
    }

    private static Verdict clock() throws IOException {
        Path file = Files.createTempFile("entente-doctor", ".tmp");
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return Limits.clock(Instant.now(), Duration.between(written, Instant.now()));
        } finally {
            Files.delete(file);
        }
    }

    private static Verdict encoding() {
        return Limits.encoding(Charset.defaultCharset().name(), System.getProperty("sun.jnu.encoding", "unknown"));
    }

    private static Verdict ports() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            return new Verdict.Good("a free port on " + server.getInetAddress().getHostAddress() + " ("
                    + client.getPort() + ") took a connection" + (accepted.isConnected() ? "" : " and lost it"));
        } catch (IOException e) {
            return new Verdict.Bad(
                    "no connection over the loopback interface: " + e.getMessage(),
                    "Bring the loopback interface up (ip link set lo up) and let this user bind ports above 1024.");
        }
    }
}
