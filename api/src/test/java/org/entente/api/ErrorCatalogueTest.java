package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.api.problem.ApiCode;
import org.entente.model.finding.FindingCode;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/api-errors.json}: every code that the service may give beside those of {@code docs/errors.json}. */
class ErrorCatalogueTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path COMMITTED = Path.of("../docs/api-errors.json");

    @Test
    void the_committed_catalogue_is_what_the_code_says() throws IOException {
        ArrayNode list = JSON.createArrayNode();
        codes().forEach(code -> {
            ObjectNode entry = list.addObject()
                    .put("code", code.name())
                    .put("severity", code.severity().name())
                    .put("title", code.title());
            if (code instanceof ApiCode known) {
                entry.put("status", known.status());
            }
        });
        String made = list.toPrettyString().replace("\r\n", "\n") + "\n";
        if (System.getProperty("entente.regenerate", "").contains("errors")) {
            Files.writeString(COMMITTED, made);
        }
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("stale. If the change is meant: ./mvnw -pl api -am test -Dtest=ErrorCatalogueTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dentente.regenerate=errors")
                .isEqualTo(made);
    }

    @Test
    void each_code_stands_once_in_capitals_with_a_title_of_one_sentence() {
        assertThat(codes().stream().map(FindingCode::name)).doesNotHaveDuplicates();
        assertThat(codes()).hasSizeGreaterThan(20).allSatisfy(code -> {
            assertThat(code.name()).matches("[A-Z0-9]+(_[A-Z0-9]+)+");
            assertThat(code.title()).isNotBlank().doesNotEndWith(".").doesNotContain("|", "\n");
        });
    }

    private static List<FindingCode> codes() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(FindingCode.class));
        return Stream.of("org.entente.api", "org.entente.client")
                .flatMap(root -> scanner.findCandidateComponents(root).stream())
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(FindingCode.class::cast)
                .sorted(Comparator.comparing(FindingCode::name))
                .toList();
    }
}
