package org.entente.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.api.stage.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code api/web/test} in a real Chromium, where Node and Chromium are; in CI they have to be. */
class BrowserTest {
    private static final Path WEB = Path.of("web").toAbsolutePath();
    private static final int MINUTES = 10;

    @TempDir
    private Path folder;

    @Test
    void the_pages_do_in_a_browser_what_their_users_need() throws IOException, InterruptedException {
        Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        boolean possible = chromium.isPresent()
                && Files.exists(WEB.resolve("node_modules/playwright-core"))
                && Files.exists(WEB.resolve("target/static/assets/scan-and-verify.js"));
        if (System.getenv("CI") == null) {
            assumeTrue(possible, "Chromium, or what ./entente test makes with Node, is missing");
        }
        assertThat(possible)
                .as("Chromium, and what ./entente test makes with Node")
                .isTrue();
        PagesStage stage = new PagesStage();
        stage.issue(folder);
        Path certificate = Files.writeString(folder.resolve("certificate.json"), Samples.certificate());
        Path said = folder.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=spec"));
        try (Stream<Path> files = Files.list(WEB.resolve("test"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".test.mjs")).forEach(command::add);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("ENTENTE_AU", stage.australia().toString());
        builder.environment().put("ENTENTE_CN", stage.china().toString());
        builder.environment().put("ENTENTE_SG", stage.singapore().toString());
        builder.environment().put("ENTENTE_CERTIFICATE", certificate.toString());
        builder.environment().put("ENTENTE_CHROMIUM", chromium.orElseThrow().toString());
        builder.environment().put("ENTENTE_FOLDER", folder.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(Files.readString(said)).isTrue();
    }
}
