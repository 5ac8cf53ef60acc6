package org.entente.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that goes on after the launcher, known by a file with its number and the time of its start: a number alone
 * may meanwhile be another's.
 *
 * @param file says which process it is, while it runs
 */
public record DetachedProcess(Path file) {
    private static final Duration FORCED = Duration.ofSeconds(10);

    /**
     * Starts it, unless it runs.
     *
     * @param command the program and its arguments
     * @param environment added to this process's own
     * @param folder to run in
     * @param log its output is added to
     */
    public void start(List<String> command, Map<String, String> environment, Path folder, Path log) {
        if (find().isPresent()) {
            return;
        }
        List<String> whole = new ArrayList<>(ChildProcess.DEAF);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            Files.writeString(file, process.pid() + " " + begun(process).toEpochMilli(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The running process.
     *
     * @return empty if it was never started, or has ended
     */
    public Optional<ProcessHandle> find() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] said = Files.readString(file, StandardCharsets.US_ASCII).split(" ", 2);
            Instant start = Instant.ofEpochMilli(Long.parseLong(said[1].strip()));
            return ProcessHandle.of(Long.parseLong(said[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> begun(process).equals(start));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Ends it.
     *
     * @param polite how long it has to end by itself; zero to kill it at once
     */
    public void stop(Duration polite) {
        find().ifPresent(process -> {
            if (polite.isZero() || !process.destroy() || !ended(process, polite)) {
                process.destroyForcibly();
                ended(process, FORCED);
            }
        });
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(ProcessHandle process, Duration longest) {
        try {
            process.onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Instant begun(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
