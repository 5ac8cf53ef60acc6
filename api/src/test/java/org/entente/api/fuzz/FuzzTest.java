package org.entente.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is sent to whatever the description names: no server error, and no status, type, header or body that the
 * description does not name. Sent by Schemathesis, always from the same seed; {@code ./entente test} installs it.
 */
final class FuzzTest {
    private static final Path FUZZER = Path.of("../.entente/fuzzer/bin/st").toAbsolutePath();
    private static final Path DESCRIPTION = Path.of("../docs/openapi.yaml").toAbsolutePath();
    private static final Path REPORTS = Path.of("target/fuzz");
    private static final String SEED = "20261123";
    private static final String CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,"
            + "response_headers_conformance,response_schema_conformance";

    /** Not the others' stage: what is made and shut here would be in their way. */
    @SuppressWarnings("NullAway.Init") // set before the first test
    private static Stage stage;

    @BeforeAll
    static void the_fuzzer_is_there() {
        if (!Files.isExecutable(FUZZER)) {
            String words = "the fuzzer is not installed: ./entente test installs it where there is Python 3.11";
            assertThat(System.getenv("CI")).as(words).isNull();
            Assumptions.abort(words);
        }
        stage = Stage.alone();
    }

    @AfterAll
    static void close() {
        if (Files.isExecutable(FUZZER)) {
            stage.close();
        }
    }

    @Test
    void somebody_who_may_do_everything_meets_nothing_undocumented() throws Exception {
        // What shuts accounts would shut this one: the administrator's run has it.
        run(
                "fuzz-everything",
                50,
                List.of("-H", bearer("fuzz-everything", Role.values()), "--exclude-path", "/v1/accounts/{name}/state"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_meets_nothing_undocumented(Role role) throws Exception {
        String name = "fuzz-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        run(name, 12, List.of("-H", bearer(name, role)));
    }

    @Test
    void nobody_without_an_account_meets_anything_undocumented() throws Exception {
        run("fuzz-anonymous", 12, List.of());
    }

    private static String bearer(String name, Role... roles) {
        Api au = stage.au();
        Organisation organisation = au.organisation(name);
        au.account(name, organisation, roles);
        return "Authorization: Bearer " + stage.tokens().token(name);
    }

    private static void run(String name, int seconds, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                FUZZER.toString(),
                "run",
                DESCRIPTION.toString(),
                "--url",
                stage.au().at("/").toString(),
                "--seed",
                SEED,
                "--phases",
                "examples,coverage,fuzzing,stateful",
                "--max-time",
                String.valueOf(seconds),
                // Its answer has no end.
                "--exclude-path",
                "/v1/events/stream",
                "--checks",
                CHECKS,
                "--generation-database",
                "none",
                "--continue-on-failure",
                "--warnings",
                "off",
                "--no-color"));
        command.addAll(more);
        Files.createDirectories(REPORTS);
        Path log = REPORTS.resolve(name + ".txt");
        // It keeps notes where it runs.
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(REPORTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PYTHONUTF8", "1");
        Process process = builder.start();
        boolean ended = process.waitFor(seconds * 4L + 60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0).as(said).isTrue();
    }
}
