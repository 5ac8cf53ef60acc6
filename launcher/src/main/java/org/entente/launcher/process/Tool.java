package org.entente.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs somebody else's program to its end. */
public final class Tool {
    private Tool() {}

    /**
     * How it ended.
     *
     * @param code its exit code; -1 if it took too long and was ended
     * @param output what it wrote to both streams
     */
    public record Outcome(int code, String output) {
        /**
         * Whether it says that all went well.
         *
         * @return true for exit code 0
         */
        public boolean isGood() {
            return code == 0;
        }
    }

    /**
     * Runs a program.
     *
     * @param command the program and its arguments
     * @param environment added to this process's own
     * @param longest after which it is ended
     * @return how it ended
     */
    public static Outcome run(List<String> command, Map<String, String> environment, Duration longest) {
        try {
            Path output = Files.createTempFile("entente-tool", ".txt");
            try {
                return run(command, environment, longest, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asked to end while " + command.getFirst() + " ran", e);
        }
    }

    /** Through a file: a pipe that nobody reads in time would hold the program up. */
    private static Outcome run(List<String> command, Map<String, String> environment, Duration longest, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Outcome(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
    }
}
