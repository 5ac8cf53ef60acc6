package org.entente.launcher.consortium;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A database server whose starter was killed, or did not wait long enough, runs on: here it is ended. */
final class OrphanedServer {
    private static final Duration FORCED = Duration.ofSeconds(10);

    private OrphanedServer() {}

    /** Asks it to end and, after so long, ends it: PostgreSQL recovers from that at its next start. */
    static void end(Path data, Duration polite) throws IOException {
        Path file = data.resolve("postmaster.pid");
        Optional<ProcessHandle> orphan = Files.exists(file) ? postmaster(file) : Optional.empty();
        if (orphan.isPresent()) {
            orphan.get().destroy();
            if (!ended(orphan.get(), polite)) {
                orphan.get().destroyForcibly();
                ended(orphan.get(), FORCED);
            }
            Files.deleteIfExists(file);
        }
    }

    /** The server that runs on a data folder. */
    static OptionalLong pid(Path data) {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file)
                    ? postmaster(file).stream().mapToLong(ProcessHandle::pid).findFirst()
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Only a process that is a PostgreSQL: a number may have been given to another program since. */
    private static Optional<ProcessHandle> postmaster(Path file) throws IOException {
        String first = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .findFirst()
                .orElse("");
        return first.matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(first))
                        .filter(process -> process.info().command().orElse("").contains("postgres"))
                : Optional.empty();
    }

    private static boolean ended(ProcessHandle process, Duration longest) {
        try {
            process.onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | CompletionException | java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
