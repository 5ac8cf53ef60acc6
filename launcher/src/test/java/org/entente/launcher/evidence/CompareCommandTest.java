package org.entente.launcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.entente.launcher.Main;
import org.entente.model.evidence.Contradiction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./entente evidence compare}: each way in which an author can be caught, on the files of the documentation. */
class CompareCommandTest {
    private static final Path FOLDER = Path.of("../docs/guides/sample-evidence/contradictions");

    private final StringWriter out = new StringWriter();

    @Test
    void one_number_with_two_contents() {
        exposes(
                Kind.SAME_SEQUENCE,
                "EXPOSED: AU, the same number of one stream, with other content",
                "(number 11 of AU-CN)",
                "/body/quantity: \"100\" in " + file(Kind.SAME_SEQUENCE, 1) + ", \"250\" in "
                        + file(Kind.SAME_SEQUENCE, 2));
    }

    @Test
    void a_number_that_does_not_follow_the_one_before_it() {
        exposes(
                Kind.BROKEN_CHAIN,
                "EXPOSED: AU, one names another predecessor than the other statement",
                "(number 11 of AU-CN)",
                "(number 12 of AU-CN)",
                "the digest of number 11: ");
    }

    @Test
    void one_statement_id_with_two_contents() {
        exposes(
                Kind.SAME_ID,
                "EXPOSED: AU, the same statementId, with other content",
                "/body/quantity: \"100\" in ",
                "\"250\" in ");
        assertThat(out.toString()).doesNotContain("/statementId");
    }

    @Test
    void one_subject_told_to_two_partners_in_two_ways() {
        exposes(
                Kind.SUBJECT_TOLD_DIFFERENTLY,
                "EXPOSED: AU, the same subject, told to two partners in two ways",
                "AU said to CN",
                "AU said to SG",
                "/body/quantity: \"100\" in ");
        assertThat(out.toString()).doesNotContain("/statementId", "/audience");
    }

    @Test
    void one_statement_at_two_places() {
        exposes(
                Kind.POSITION_DIFFERS,
                "EXPOSED: AU, the same statement, said to stand at two places of the ledger",
                "the block: 7 in ",
                "9 in ");
        assertThat(out.toString()).doesNotContain("/body");
    }

    @ParameterizedTest
    @EnumSource
    void a_script_is_told_the_same_whichever_file_is_named_first(Kind kind) {
        assertThat(compare(file(kind, 2), file(kind, 1), "--json")).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.at("/exposed").asBoolean()).isTrue();
        assertThat(report.at("/contradictions/0/kind").asString()).isEqualTo(kind.name());
        JsonNode disagreements = report.at("/contradictions/0/disagreeOn");
        assertThat(disagreements.isEmpty()).isFalse();
        disagreements.forEach(each -> assertThat(each.path("first").asString())
                .isNotEqualTo(each.path("second").asString()));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_does_not_contradict_itself(Kind kind) {
        assertThat(compare(file(kind, 2), file(kind, 2))).isZero();
        assertThat(out.toString()).contains("No contradiction between 1 and 1 valid statements.");
    }

    private void exposes(Kind kind, String... words) {
        assertThat(compare(file(kind, 1), file(kind, 2))).isEqualTo(1);
        assertThat(out.toString())
                .contains(words)
                .contains("(" + kind + ")", "they disagree on", "recorded 2026-05-04T10:00:00Z")
                .containsOnlyOnce("EXPOSED");
    }

    private static String file(Kind kind, int number) {
        return FOLDER.resolve(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number + ".json")
                .toString();
    }

    private int compare(String first, String second, String... more) {
        String[] all = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "evidence",
                    "compare",
                    first,
                    second,
                    "--trust",
                    FOLDER.resolve("trust.json").toString()
                },
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
        int exit = line.execute(all);
        line.getOut().flush();
        return exit;
    }
}
