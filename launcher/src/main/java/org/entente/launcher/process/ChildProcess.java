package org.entente.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process whose output goes to a file. Ctrl-C does not reach it: the launcher ends its processes in their order. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration POLITE = Duration.ofSeconds(8);
    private static final Duration FORCED = Duration.ofSeconds(10);

    /** What a shell adds to the signal that ended a process. */
    private static final int KILLED = 128;

    /** Signals that are ignored when a program starts stay ignored in it, by Java too. */
    static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param command the program and its arguments
     * @param log receives its output; what an earlier run left there is kept as {@code .before}
     * @param guard ends it if this process is killed
     * @return the running process
     */
    public static ChildProcess start(List<String> command, Path log, Guard guard) {
        List<String> whole = new ArrayList<>(DEAF);
        whole.addAll(command);
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".before"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            guard.watch(process.pid(), Guard.Signal.TERM);
            whenEnded(process.toHandle(), () -> guard.forget(process.pid()));
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its number.
     *
     * @return as the operating system counts
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Its output.
     *
     * @return a file
     */
    public Path log() {
        return log;
    }

    /**
     * Whether it runs.
     *
     * @return false once it has ended
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Has something done when it ends.
     *
     * @param told hears how it ended, in words for a person
     */
    public void whenEnded(Consumer<String> told) {
        // Not its handle's end, which may be known a moment before the exit code is.
        whenEnded(process.onExit(), () -> {
            int code = process.exitValue();
            told.accept(code > KILLED ? "killed by signal " + (code - KILLED) : "exit code " + code);
        });
    }

    /**
     * Has something done when any process ends.
     *
     * @param process of this machine
     * @param done what
     */
    public static void whenEnded(ProcessHandle process, Runnable done) {
        whenEnded(process.onExit(), done);
    }

    private static void whenEnded(CompletableFuture<?> end, Runnable done) {
        Thread.ofVirtual().name("entente watch").start(() -> {
            end.join();
            done.run();
        });
    }

    /** Asks it to end; ends it if it does not. */
    @Override
    public void close() {
        close(POLITE);
    }

    /**
     * Asks it to end; ends it if it does not.
     *
     * @param polite how long to wait before it is made to
     */
    public void close(Duration polite) {
        process.destroy();
        try {
            if (!process.waitFor(polite.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor(FORCED.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
