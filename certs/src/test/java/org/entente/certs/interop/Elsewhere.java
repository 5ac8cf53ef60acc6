package org.entente.certs.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Software of other people that deals with credentials, in {@code certs/interop}: where Node is; in CI it has to be. */
public final class Elsewhere {
    private static final Path FOLDER = Path.of("interop").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Elsewhere() {}

    /** Skips what follows where the software is not installed; fails in CI. */
    public static void isNeeded() {
        boolean possible = Files.exists(FOLDER.resolve("node_modules/jsonld"));
        if (System.getenv("CI") == null) {
            assumeTrue(possible, "what ./entente test installs with Node is missing");
        }
        assertThat(possible).as("what ./entente test installs with Node").isTrue();
    }

    /** A request for a command; to be filled. */
    public static ObjectNode request(String command) {
        return JsonNodeFactory.instance.objectNode().put("command", command);
    }

    /** Asks, and gives back the answer. */
    public static ObjectNode ask(ObjectNode request) {
        try {
            Path out = Files.createTempFile("elsewhere", ".json");
            Process process = new ProcessBuilder(List.of("node", "src/check.mjs"))
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(request.toString().getBytes(UTF_8));
            }
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(out);
            Files.delete(out);
            assertThat(ended && process.exitValue() == 0).as(said).isTrue();
            return (ObjectNode) JSON.readTree(said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
