package org.entente.launcher.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.ForbiddenApiException;
import de.thetaphi.forbiddenapis.Logger;
import de.thetaphi.forbiddenapis.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.architecture.broken.model.clock.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list in build/forbidden-apis.txt refuses what it is for, and says what to do instead. */
class ForbiddenApisTest {
    private static final Path LIST = SourceTree.repository().resolve("build/forbidden-apis.txt");

    @Test
    void every_line_says_what_to_do_instead() throws IOException {
        assertThat(Files.readAllLines(LIST))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .hasSizeGreaterThan(80)
                .allMatch(line -> line.matches("\\S+ @ \\S.{5,}"));
    }

    @Test
    void whatever_reads_the_machine_is_refused() throws IOException, ParseException {
        List<String> errors = new ArrayList<>();
        Checker checker =
                new Checker(new Errors(errors), Deadline.class.getClassLoader(), Checker.Option.FAIL_ON_VIOLATION);
        checker.parseSignaturesFile(LIST.toFile());
        try (InputStream compiled = Deadline.class.getResourceAsStream("Deadline.class")) {
            checker.streamReadClassToCheck(compiled, "Deadline.class");
        }

        assertThatThrownBy(checker::run).isInstanceOf(ForbiddenApiException.class);
        assertThat(String.join("\n", errors))
                .contains("java.time.Instant#now()", "java.time.LocalDate#now(", "java.util.UUID#randomUUID()")
                .contains("java.security.SecureRandom", "java.lang.System#getenv(", "java.util.Locale#getDefault(")
                .contains("java.lang.Thread", "parallelStream()", "doubleValue()", "java.lang.Math#random()")
                .contains("[Take the time as an argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chaincode/model", "chaincode/contract"})
    void the_list_is_bound_where_every_peer_must_agree(String module) throws IOException {
        assertThat(SourceTree.repository().resolve(module).resolve("pom.xml"))
                .content()
                .contains("<artifactId>forbiddenapis</artifactId>")
                .containsPattern("<id>deterministic</id>\\s*<phase>process-classes</phase>");
    }

    /** Keeps what the checker reports. */
    private record Errors(List<String> lines) implements Logger {
        @Override
        public void error(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {}

        @Override
        public void info(String line) {}

        @Override
        public void debug(String line) {}
    }
}
