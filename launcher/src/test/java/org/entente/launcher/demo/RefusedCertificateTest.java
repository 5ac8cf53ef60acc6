package org.entente.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing starts and nothing is stated where the certificate cannot be accepted. */
final class RefusedCertificateTest {
    @TempDir
    private Path folder;

    @Test
    void tells_all_findings_of_a_wrong_certificate_at_once_with_code_pointer_severity_and_law() {
        Run run = Run.of("demo", "--script", "--certificate", Run.sample("atiga-form-d-wrong.json"));

        assertThat(run.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(run.out())
                .contains("ERROR  ORIGIN_HS_INVALID at /items/2/hs")
                .contains("ERROR  ORIGIN_ITEM_DUPLICATE at /items/1/no")
                .contains("ERROR  ORIGIN_CRITERION_UNKNOWN at /items/0/criteria/0")
                .contains("law: ATIGA Annex 8")
                .contains("nothing is stated")
                .doesNotContain("The network is up");
    }

    @Test
    void gives_a_script_the_same_findings_as_data() {
        Run run = Run.of("demo", "--json", "--certificate", Run.sample("atiga-form-d-wrong.json"));

        JsonNode document = new JsonMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(document.path("exitCode").asInt()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(document.path("chapters").path(0).path("lines").findValuesAsString("code"))
                .contains("ORIGIN_QUANTITY_INVALID", "ORIGIN_PERCENT_MISSING")
                .hasSizeGreaterThan(10);
    }

    @Test
    void refuses_what_is_no_certificate_at_all() throws IOException {
        Path file = Files.writeString(folder.resolve("note.json"), "{\"agreement\": \"ATIGA\", ");

        Run run = Run.of("demo", "--script", "--certificate", file.toString());

        assertThat(run.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(run.out()).contains("ERROR  JSON_");
    }

    @Test
    void never_sends_a_file_s_control_characters_to_the_terminal() throws IOException {
        Path file = Files.write(
                folder.resolve("hostile.json"),
                Files.readString(Run.SAMPLES.resolve("chafta-clean.json"), StandardCharsets.UTF_8)
                        .replace("\"SAMPLE-AU-000123\"", "\"SAMPLE\\u001b[2J\u00e9\"")
                        .getBytes(StandardCharsets.UTF_8));

        Run run = Run.of("demo", "--script", "--certificate", file.toString());

        assertThat(run.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(run.out().codePoints())
                .allMatch(point -> point == '\n' || point == '\r' || (point >= 32 && point < 127));
    }

    @Test
    void says_which_file_is_missing_or_is_a_folder() {
        Run missing = Run.of(
                "demo", "--script", "--certificate", folder.resolve("none.json").toString());
        Run directory = Run.of("demo", "--script", "--certificate", folder.toString());

        assertThat(missing.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(missing.err()).contains("there is no file").contains("none.json");
        assertThat(directory.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(directory.err()).contains("is a folder");
    }

    @Test
    void reads_a_certificate_that_nobody_here_wrote_and_says_what_could_not_be_mapped() {
        Path foreign = Path.of("..", "..", "shared", "data", "certificates", "chafta-wine.json");
        assumeThat(foreign).exists();

        Run run = Run.of("demo", "--script", "--certificate", foreign.toString());

        assertThat(run.exitCode()).isEqualTo(Ending.CERTIFICATE_REFUSED);
        assertThat(run.out())
                .contains("read as TradeTrust/OpenAttestation JSON")
                .contains("UNMAPPED")
                .contains("ORIGIN_INVOICE_AFTER_ISSUE");
    }
}
