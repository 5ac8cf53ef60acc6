package org.entente.launcher.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.model.finding.FindingCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code docs/errors.json} and {@code docs/errors.md}: every code of every module, found by looking at every class. A new
 * enum of codes needs no line here.
 */
class ErrorCatalogueTest {
    private static final Path DOCS = Path.of("../docs");
    private static final String REGENERATE = "./mvnw -pl launcher -am test -Dtest=ErrorCatalogueTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dentente.regenerate=errors";

    @Test
    void is_what_the_code_says() throws IOException {
        List<FindingCode> codes = codes();
        assertThat(codes)
                .extracting(FindingCode::name)
                .as("a code of each kind of module: pure, with a network, with files")
                .contains("JSON_MALFORMED", "IDEMPOTENCY_KEY_REUSED", "LEDGER_TIME_OFF", "FILE_UNREADABLE");

        holds("errors.json", json(codes));
        holds("errors.md", table(codes));
    }

    @Test
    void names_each_code_once_in_capitals_with_a_title_of_one_sentence() {
        List<FindingCode> codes = codes();

        assertThat(codes.stream().map(FindingCode::name)).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> {
            assertThat(code.name()).matches("[A-Z0-9]+(_[A-Z0-9]+)+");
            assertThat(code.title()).isNotBlank().doesNotEndWith(".").doesNotContain("|", "\n");
        });
    }

    private static List<FindingCode> codes() {
        return ProductionClasses.ALL.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(FindingCode.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(FindingCode.class::cast)
                .sorted(Comparator.comparing(FindingCode::name))
                .toList();
    }

    private static void holds(String name, String expected) throws IOException {
        Path file = DOCS.resolve(name);
        if (System.getProperty("entente.regenerate", "").equals("errors")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readAllBytes(file))
                .as("%s is stale. If the change is meant: %s", file, REGENERATE)
                .isEqualTo(expected.getBytes(UTF_8));
    }

    private static String json(List<FindingCode> codes) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        codes.forEach(code -> list.addObject()
                .put("code", code.name())
                .put("severity", code.severity().name())
                .put("title", code.title()));
        return list.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static String table(List<FindingCode> codes) {
        StringBuilder table = new StringBuilder("# Error codes\n\nMade from the code of all modules: `" + REGENERATE
                + "`. For programs: [errors.json](errors.json).\n\n"
                + "A code never changes its meaning. `ERROR` refuses the input; `NOT_VERIFIED` means that the answer is"
                + " neither valid nor invalid; `WARNING` and `NOTE` do not decide.\n\n"
                + "| Code | Severity | Meaning |\n|---|---|---|\n");
        codes.forEach(
                code -> table.append("| `" + code.name() + "` | " + code.severity() + " | " + code.title() + " |\n"));
        return table.toString();
    }
}
