package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.entente.launcher.Main;
import org.entente.launcher.service.Account.Role;
import org.entente.model.member.MemberId;

/** {@code ./entente demo} as a process, as a newcomer has it in a terminal. */
final class DemoProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final Path out;
    private final Process process;
    private final List<ProcessHandle> started = new ArrayList<>();

    DemoProcess(Path data, Path out, String... more) throws IOException {
        this.data = data;
        this.out = out;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dentente.api=" + System.getProperty("entente.api"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo",
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        await("it is ready", () -> said().contains("Stop: Ctrl-C") || !process.isAlive());
        remember();
        assertThat(said()).contains("Stop: Ctrl-C");
    }

    /** Every process that it has started so far, the database's too, which is nobody's child. */
    private void remember() throws IOException {
        process.descendants().forEach(started::add);
        if (Files.notExists(data.resolve("postgres/data/postmaster.pid"))) {
            return;
        }
        String pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(started::add);
    }

    String said() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    SignedIn signIn(MemberId member, Role role) {
        Account account = AccountBook.keep(data.resolve(member.value()).resolve("accounts.json"), member).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow();
        return SignedIn.at(address(member), account);
    }

    java.net.URI address(MemberId member) {
        return java.net.URI.create("http://localhost:" + port("\"" + member + "\" : (\\d+)") + "/");
    }

    java.net.URI guide() {
        return java.net.URI.create("http://localhost:" + port("\"guide\" : (\\d+)") + "/");
    }

    private String port(String form) {
        try {
            var found = java.util.regex.Pattern.compile(form).matcher(Files.readString(data.resolve("ports.json")));
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As Ctrl-C or the end of a terminal does. */
    void end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    }

    /** As nothing can be prepared for. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    void awaitNobodyLeft() {
        await("no process is left", () -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        try {
            end();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
