package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guard does once the launcher is gone or says goodbye: the same pipe tells it of both. */
final class GuardTest {
    private static final List<String> LONG = List.of("sleep", "600");

    @TempDir
    private Path folder;

    @Test
    void ends_what_still_runs_and_deletes_the_folder_of_this_run() throws Exception {
        Path own = Files.createDirectories(folder.resolve("it's a run/deep"));
        Guard guard = Guard.start();
        ChildProcess child = ChildProcess.start(LONG, folder.resolve("child.log"), guard);
        guard.discard(folder.resolve("it's a run"));

        guard.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(own).doesNotExist();
    }

    @Test
    void leaves_alone_what_it_was_told_to_forget() throws Exception {
        Process other = new ProcessBuilder(LONG).start();
        Guard guard = Guard.start();
        guard.watch(other.pid(), Guard.Signal.TERM);
        guard.forget(other.pid());

        guard.close();

        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly().waitFor();
    }

    @Test
    void ends_the_postgresql_of_a_data_folder_whose_number_nobody_told() throws Exception {
        Process server = program("postgres");
        Files.writeString(folder.resolve("postmaster.pid"), server.pid() + "\n" + folder + "\n");
        Guard guard = Guard.start();
        guard.postgres(folder);

        guard.close();

        hasEnded(server);
    }

    @Test
    void waits_a_moment_for_a_postgresql_that_has_not_written_its_number_yet() throws Exception {
        Process server = program("postgres");
        Guard guard = Guard.start();
        guard.postgres(folder);
        CompletableFuture<Path> written = CompletableFuture.supplyAsync(
                () -> write(folder.resolve("postmaster.pid"), server.pid() + "\n"),
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        guard.close();

        assertThat(written.get(30, TimeUnit.SECONDS)).exists();
        hasEnded(server);
    }

    @Test
    void leaves_alone_a_program_that_has_a_dead_postgresql_s_number() throws Exception {
        Process other = program("other");
        Files.writeString(folder.resolve("postmaster.pid"), other.pid() + "\n");
        Guard guard = Guard.start();
        guard.postgres(folder);

        guard.close();

        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly().waitFor();
    }

    @Test
    void looks_no_more_into_the_data_folder_once_the_number_was_told() throws Exception {
        Process later = program("postgres");
        Process first = new ProcessBuilder(LONG).start();
        Guard guard = Guard.start();
        guard.postgres(folder);
        guard.watch(first.pid(), Guard.Signal.INT);
        guard.forget(first.pid());
        Files.writeString(folder.resolve("postmaster.pid"), later.pid() + "\n");

        guard.close();

        assertThat(List.of(first.isAlive(), later.isAlive())).containsExactly(true, true);
        first.destroyForcibly().waitFor();
        later.destroyForcibly().waitFor();
    }

    /** Whoever kills a process does not wait until the system has taken it away. */
    private static void hasEnded(Process process) throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A program of this name that does nothing: the guard goes by the file that a process runs. */
    private Process program(String name) throws IOException {
        Path file = Files.copy(Path.of("/bin/sleep"), folder.resolve(name));
        return new ProcessBuilder(file.toString(), "600").start();
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_child_says_how_it_ended_and_keeps_the_output_of_the_run_before() throws Exception {
        Path log = folder.resolve("child.log");
        try (Guard guard = Guard.start()) {
            CompletableFuture<String> how = new CompletableFuture<>();
            ChildProcess first = ChildProcess.start(List.of("sh", "-c", "echo first; exit 7"), log, guard);
            first.whenEnded(how::complete);
            assertThat(how.get(30, TimeUnit.SECONDS)).isEqualTo("exit code 7");

            CompletableFuture<String> killed = new CompletableFuture<>();
            ChildProcess second = ChildProcess.start(LONG, log, guard);
            second.whenEnded(killed::complete);
            ProcessHandle.of(second.pid()).orElseThrow().destroyForcibly();
            assertThat(killed.get(30, TimeUnit.SECONDS)).isEqualTo("killed by signal 9");
            assertThat(folder.resolve("child.log.before")).hasContent("first");
        }
    }
}
