package org.entente.launcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.Main;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./entente evidence} on the sample files of the documentation. */
class EvidenceCommandTest {
    private static final Path SAMPLES = Path.of("../docs/guides/sample-evidence");
    private static final String FILE = SAMPLES.resolve("evidence.json").toString();
    private static final String ANOTHER = SAMPLES.resolve("another-story.json").toString();
    private static final String TRUST = SAMPLES.resolve("trust.json").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_good_file_is_valid_statement_by_statement() {
        assertThat(run("verify", FILE, "--trust", TRUST)).isZero();
        assertThat(out.toString())
                .contains("1. VALID: AU said to CN: origin.certificate.issued/1 about certificate/AU/CH-2026-000417")
                .contains("2. VALID: CN said to AU")
                .contains("CN, whose key you trust, answers for both")
                .contains("3 statements: 3 valid, 0 invalid, 0 could not be checked");
    }

    @Test
    void an_altered_file_is_invalid_and_says_where() throws IOException {
        Path altered = altered("\"quantity\":\"100\"", "\"quantity\":\"900\"");
        assertThat(run("verify", altered.toString(), "--trust", TRUST)).isEqualTo(1);
        assertThat(out.toString())
                .contains("1. INVALID, because")
                .contains("the Merkle path does not lead from the statement to the signed root")
                .contains("EVIDENCE_PATH_WRONG at /proofs/0/merkle")
                .contains("3 statements: 0 valid, 3 invalid");
    }

    @Test
    void a_file_that_is_no_evidence_is_invalid() throws IOException {
        Path altered = altered("\"evidence\":1", "\"evidence\": 1");
        assertThat(run("verify", altered.toString(), "--trust", TRUST)).isEqualTo(1);
        assertThat(out.toString()).startsWith("INVALID, because").contains("JSON_NOT_CANONICAL");
    }

    @Test
    void empty_trust_could_not_check() throws IOException {
        Path nobody = write("nobody.json", "{\"members\": {}, \"trust\": 1}");
        assertThat(run("verify", FILE, "--trust", nobody.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("1. COULD NOT CHECK, because").contains("EVIDENCE_AUTHOR_UNTRUSTED");
    }

    @Test
    void refuses_a_trust_file_that_is_wrong_with_every_finding() throws IOException {
        Path wrong =
                write("wrong.json", "{\"members\":{\"AU\":{\"keys\":[\"ab\"],\"root\":[]},\"au\":{}},\"trust\":2}");
        assertThat(run("verify", FILE, "--trust", wrong.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("COULD NOT CHECK, because the trust file cannot be used")
                .contains("/members/AU/keys/0")
                .contains("/members/AU/root")
                .contains("/members/au")
                .contains("at /trust:");
    }

    @Test
    void refuses_a_root_that_is_no_certificate_and_a_file_that_is_not_there() throws IOException {
        Path wrong = write(
                "wrong.json",
                "{\"members\":{\"AU\":{\"roots\":[\"-----BEGIN CERTIFICATE-----\\nAAAA\\n\"]}},\"trust\":1}");
        assertThat(run("verify", FILE, "--trust", wrong.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("FILE_ROOT_UNREADABLE at /members/AU/roots/0");
        assertThat(run("verify", folder.resolve("none").toString(), "--trust", TRUST))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file");
    }

    @Test
    void verify_needs_a_trust_file() {
        assertThat(run("verify", FILE)).isEqualTo(2);
        assertThat(err.toString()).contains("--trust");
    }

    @Test
    void json_says_the_same_to_a_script() throws IOException {
        assertThat(run("verify", FILE, "--trust", TRUST, "--json")).isZero();
        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.at("/verdict").stringValue()).isEqualTo("valid");
        assertThat(report.at("/statements/2/type").stringValue()).isEqualTo("origin.certificate.used");
        assertThat(report.at("/statements/0/facts/positionAttestedBy").stringValue())
                .isEqualTo("CN");
        out.getBuffer().setLength(0);
        Path altered = altered("\"number\":7", "\"number\":6");
        assertThat(run("verify", altered.toString(), "--trust", TRUST, "--json"))
                .isEqualTo(1);
        JsonNode second = new JsonMapper().readTree(out.toString());
        assertThat(second.at("/verdict").stringValue()).isEqualTo("invalid");
        assertThat(second.at("/statements/0/findings/0/code").stringValue()).isEqualTo("EVIDENCE_PRESENTER_INVALID");
    }

    @Test
    void show_prints_what_was_said_and_every_step() {
        assertThat(run("show", FILE)).isZero();
        assertThat(out.toString())
                .contains("Nothing below has been checked")
                .contains("\"quantity\" : \"40 \u6d77\u5173\"")
                .contains("sibling left")
                .contains("signed root");
        String lastStep =
                out.toString().lines().filter(line -> line.contains("together")).reduce("", (before, line) -> line);
        assertThat(out.toString()).contains("signed root    " + lastStep.substring(lastStep.length() - 64));
    }

    @Test
    void two_stories_about_one_certificate_are_exposed() {
        assertThat(run("compare", FILE, ANOTHER, "--trust", TRUST)).isEqualTo(1);
        assertThat(out.toString()).contains("EXPOSED: AU, the same subject, told to two partners in two ways");
    }

    @Test
    void a_file_does_not_contradict_itself() {
        assertThat(run("compare", FILE, FILE, "--trust", TRUST)).isZero();
        assertThat(out.toString()).contains("No contradiction between 3 and 3 valid statements.");
    }

    @Test
    void what_is_not_proven_accuses_nobody() throws IOException {
        Path nobody = write("nobody.json", "{\"members\":{},\"trust\":1}");
        assertThat(run("compare", FILE, ANOTHER, "--trust", nobody.toString())).isEqualTo(2);
        assertThat(out.toString()).doesNotContain("EXPOSED").contains("4 of the statements are not valid");
    }

    @Test
    void extract_writes_the_parts_and_overwrites_nothing() throws IOException {
        Path to = folder.resolve("parts");
        assertThat(run("extract", FILE, "--to", to.toString())).isZero();
        byte[] header = Files.readAllBytes(to.resolve("2/header.json"));
        assertThat(Files.readString(to.resolve("2/keyhash.txt")).strip())
                .isEqualTo(Digest.of(("batch/" + Digest.of(header)).getBytes(StandardCharsets.UTF_8))
                        .hex());
        assertThat(to.resolve("1/key.pem")).content().startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(run("extract", FILE, "--to", to.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nothing was written");
    }

    private Path altered(String what, String by) throws IOException {
        String text = Files.readString(Path.of(FILE));
        assertThat(text).contains(what);
        return write("altered.json", text.replace(what, by));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "evidence";
        System.arraycopy(args, 0, all, 1, args.length);
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(all);
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }
}
