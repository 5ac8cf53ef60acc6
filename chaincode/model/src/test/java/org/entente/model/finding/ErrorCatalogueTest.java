package org.entente.model.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.model.sample.CommittedFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code docs/errors.json} and {@code docs/errors.md}: every code of this module, found by looking at every class. */
class ErrorCatalogueTest {
    private static final Path DOCS = Path.of("../../docs");

    @Test
    void is_what_the_code_says() throws IOException, URISyntaxException {
        List<FindingCode> codes = codes();
        assertThat(codes).hasSizeGreaterThan(40);

        new CommittedFile("errors", DOCS.resolve("errors.json"))
                .holds(json(codes).getBytes(UTF_8));
        new CommittedFile("errors", DOCS.resolve("errors.md"))
                .holds(table(codes).getBytes(UTF_8));
    }

    @Test
    void names_each_code_once_in_capitals_with_a_title_of_one_sentence() throws IOException, URISyntaxException {
        List<FindingCode> codes = codes();

        assertThat(codes.stream().map(FindingCode::name)).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> {
            assertThat(code.name()).matches("[A-Z0-9]+(_[A-Z0-9]+)+");
            assertThat(code.title()).isNotBlank().doesNotEndWith(".").doesNotContain("|", "\n");
        });
    }

    private static List<FindingCode> codes() throws IOException, URISyntaxException {
        Path classes = Path.of(FindingCode.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .flatMap(ErrorCatalogueTest::constants)
                    .sorted(Comparator.comparing(FindingCode::name))
                    .toList();
        }
    }

    private static Stream<FindingCode> constants(String className) {
        try {
            Class<?> type = Class.forName(className, false, FindingCode.class.getClassLoader());
            return FindingCode.class.isAssignableFrom(type) && type.isEnum()
                    ? Stream.of(type.getEnumConstants()).map(FindingCode.class::cast)
                    : Stream.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
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
        StringBuilder table = new StringBuilder("# Error codes\n\nMade from the code: `./mvnw -pl chaincode/model test"
                + " -Dentente.regenerate=errors`. For programs: [errors.json](errors.json).\n\n"
                + "A code never changes its meaning. `ERROR` refuses the input; `NOT_VERIFIED` means that the answer is"
                + " neither valid nor invalid; `WARNING` and `NOTE` do not decide.\n\n"
                + "| Code | Severity | Meaning |\n|---|---|---|\n");
        codes.forEach(
                code -> table.append("| `" + code.name() + "` | " + code.severity() + " | " + code.title() + " |\n"));
        return table.toString();
    }
}
