package org.entente.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.launcher.Main;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story as a newcomer sees it. Each run starts four administrations. */
final class StoryTest {
    @TempDir
    private Path folder;

    @Test
    void tells_the_shipped_sample_to_its_end_and_finds_everything_again_on_the_same_folder() {
        String data = folder.resolve("data").toString();

        Run first = Run.of("demo", "--script", "--data", data);
        Run second = Run.of("demo", "--script", "--data", data);

        assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(Ending.TOLD);
        assertThat(first.out())
                .contains("embedded, one machine - no consensus among machines")
                .contains("AU -> CN  certificate SAMPLE-AU-000123 is issued")
                .contains("CN -> AU  certificate SAMPLE-AU-000123 is accepted")
                .contains("ERROR  ORIGIN_USE_EXCEEDS_BALANCE")
                .contains("of the two: exactly one stands")
                .contains("item 1: 40 t of 100 t left")
                .contains("found: nothing")
                .contains("4 statements: 4 valid, 0 invalid")
                .contains("INVALID, because the presenter's signature over the file does not verify")
                .contains("(equal)")
                .doesNotContain("\u001b");
        Path demo = folder.resolve("data").resolve("demo");
        assertThat(verify(demo, "evidence.json").exitCode()).isZero();
        assertThat(verify(demo, "altered-evidence.json").exitCode()).isOne();
        assertThat(second.exitCode()).as(second.out() + second.err()).isEqualTo(Ending.TOLD);
        assertThat(second.out()).contains("an earlier run on this folder said it");
        assertThat(digests(second)).isEqualTo(digests(first));
    }

    private static Run verify(Path demo, String file) {
        return Run.of(
                "evidence",
                "verify",
                demo.resolve(file).toString(),
                "--trust",
                demo.resolve("trust.json").toString());
    }

    private static List<String> digests(Run run) {
        return run.out().lines().filter(line -> line.contains("state digest")).toList();
    }

    @Test
    void tells_a_foreign_certificate_to_a_script() {
        Run run = Run.of(
                "demo",
                "--json",
                "--certificate",
                Run.sample("chafta-tradetrust.json"),
                "--evidence",
                folder.resolve("proof.json").toString());

        JsonNode document = new JsonMapper().readTree(run.out());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(Ending.TOLD);
        assertThat(document.path("network").asString()).contains("no consensus among machines");
        assertThat(document.path("chapters").findValuesAsString("kind")).contains("said", "fact", "imported", "table");
        assertThat(document.path("chapters")
                        .path(2)
                        .path("lines")
                        .path(1)
                        .path("at")
                        .path("block")
                        .asLong())
                .isPositive();
    }

    @Test
    void runs_as_a_process_for_any_pair_of_members_and_leaves_nothing_behind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dentente.home=" + folder,
                        "-Dentente.api=" + System.getProperty("entente.api"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "demo",
                        "--certificate",
                        Run.sample("atiga-form-d-clean.json"))
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Ending.TOLD);
        assertThat(Files.readString(out))
                .contains("ID -> SG  certificate SAMPLE/ID/2026/0042 is issued")
                .contains("China sees nothing of it")
                .contains("35000 pieces");
        assertThat(Files.readString(folder.resolve("err.txt"))).isEmpty();
        try (var left = Files.list(temporary)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("entente"));
        }
    }

    @Test
    void refuses_a_folder_that_holds_other_things() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "not a network");

        Run run = Run.of("demo", "--script", "--data", folder.toString());

        assertThat(run.exitCode()).isEqualTo(Ending.BROKEN);
        assertThat(run.err())
                .contains(ConsortiumFailure.Code.FOLDER_FOREIGN.name())
                .contains("Name an empty folder");
    }
}
