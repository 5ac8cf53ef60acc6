package org.entente.client.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/org/entente/client/example/FirstStatement.java");

    @Test
    void the_readme_shows_what_is_compiled() throws Exception {
        String source = Files.readString(SOURCE);
        String shown = source.substring(source.indexOf("// README: begin") + 17, source.indexOf("    // README: end"));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(shown.stripTrailing().stripIndent());
    }

    @Test
    void the_example_runs(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            assertThat(FirstStatement.say(network.config(AU), Requests.raise(CN, "tally-1", 1)))
                    .startsWith("final at ")
                    .endsWith("STANDS");
        }
    }
}
