package org.entente.client.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.evidence.Evidence;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs exactly the commands of {@code docs/guides/check-evidence-by-hand.md}. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/guides/check-evidence-by-hand.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final List<String> TOOLS =
            List.of("bash", "jq", "sha256sum", "xxd", "base64", "openssl", "awk", "grep", "tr", "cut", "date");
    private static final Administration AU = Administration.of("AU");
    private static final Administration CN = Administration.of("CN");
    private static final Trust TRUST = new Trust(Map.of(AU.member(), AU.byBoth(), CN.member(), CN.byBoth()));
    private static final Evidence TOLD = new Story(AU, CN, 8).told();

    @TempDir
    private Path folder;

    /** What ran and how it ended. */
    private record Ran(int exit, String output) {}

    @BeforeEach
    void needs_the_tools_of_the_guide() throws IOException, InterruptedException {
        for (String tool : TOOLS) {
            assumeTrue(isThere(tool), tool + " is not on this machine: the guide was not tried");
        }
        assumeTrue(
                run(List.of("date", "-u", "-d", "2026-05-04T10:32:00.123456789Z", "+%s"))
                                .exit()
                        == 0,
                "this date knows no -d: the guide was not tried");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void each_statement_of_a_good_file_passes_every_check(int statement) throws IOException, InterruptedException {
        Ran ran = follow(TOLD.bytes(), statement);
        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(ran.output()).doesNotContain("FAILED").contains("over the file: ok");
        assertThat(ran.output().lines().filter(line -> line.endsWith(": ok"))).hasSizeGreaterThanOrEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"quantity\":\"100\"', '\"quantity\":\"900\"', the path leads to the signed root",
        "'\"firstSequence\":11', '\"firstSequence\":12', sequence",
        "'\"number\":7', '\"number\":6', over the file",
        "'\"validFrom\":\"2026-01', '\"validFrom\":\"2026-06', the key was valid then",
    })
    void an_altered_file_fails_where_it_was_altered(String what, String by, String check)
            throws IOException, InterruptedException {
        String text = new String(TOLD.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        Ran ran = follow(text.replace(what, by).getBytes(StandardCharsets.UTF_8), 0);
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.output()).contains(check + ": FAILED");
    }

    @Test
    void a_forged_administration_fails_at_its_key() throws IOException, InterruptedException {
        Ran ran = follow(new Story(Administration.of("AU"), CN, 9).told().bytes(), 0);
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.output()).contains("the key is one that you trust for AU: FAILED");
    }

    private Ran follow(byte[] evidence, int statement) throws IOException, InterruptedException {
        Files.write(folder.resolve("evidence.json"), evidence);
        Files.write(folder.resolve("trust.json"), TRUST.bytes());
        StringBuilder script = new StringBuilder("n=" + statement + "\n");
        Matcher fences = FENCE.matcher(Files.readString(GUIDE));
        while (fences.find()) {
            script.append(fences.group(1));
        }
        Files.writeString(folder.resolve("guide.sh"), script);
        return run(List.of("bash", "guide.sh"));
    }

    private boolean isThere(String tool) {
        try {
            return run(List.of("sh", "-c", "command -v " + tool)).exit() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private Ran run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end within a minute: " + Files.readString(output));
        }
        return new Ran(process.exitValue(), Files.readString(output));
    }
}
