package org.entente.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.api.account.Role;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A code generator makes a client of {@code docs/openapi.yaml}, the strictest compiler takes it, and it works: in
 * {@code api/client}, where Node is; in CI it has to be.
 */
class GeneratedClientTest {
    private static final Path CLIENT = Path.of("client").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void a_generated_client_compiles_and_applies_for_a_certificate() throws IOException, InterruptedException {
        boolean possible = Files.exists(CLIENT.resolve("node_modules/openapi-typescript"));
        if (System.getenv("CI") == null) {
            assumeTrue(possible, "what ./entente test installs with Node is missing");
        }
        assertThat(possible).as("what ./entente test installs with Node").isTrue();
        run(List.of("npm", "run", "--silent", "build"));

        Api au = Stage.shared().au();
        au.account("generated-client", au.organisation("Generated client"), Role.EXPORTER);
        JsonNode said = JsonMapper.builder()
                .build()
                .readTree(run(List.of(
                        "node",
                        "target/check.js",
                        au.at("").toString(),
                        Stage.shared().tokens().token("generated-client"),
                        Samples.certificate())));

        assertThat(said.path("account").asString()).isEqualTo("generated-client");
        assertThat(said.path("state").asString()).isEqualTo("APPLIED");
        assertThat(said.path("code").asString()).isEqualTo("REQUEST_TARGET_UNKNOWN");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(out);
        assertThat(ended && process.exitValue() == 0).as(said).isTrue();
        return said;
    }
}
