package org.entente.launcher.consortium;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@link NodeMain} as a process, talked to line by line. */
final class NodeProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final JsonNode ready;

    private NodeProcess(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.ready = answer();
    }

    static NodeProcess start(Path settings, Path folder) throws IOException {
        return new NodeProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeMain.class.getName(),
                        settings.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("node.err").toFile()))
                .start());
    }

    JsonNode ready() {
        return ready;
    }

    JsonNode ask(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
        return answer();
    }

    private JsonNode answer() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended");
        }
        return JSON.readTree(line);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
