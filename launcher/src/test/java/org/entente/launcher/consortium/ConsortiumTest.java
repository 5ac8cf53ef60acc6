package org.entente.launcher.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsortiumTest {
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");
    private static final Path SAMPLE = Path.of("..", "docs", "samples", "chafta-clean.json");
    private static final String SUBJECT = "certificate:AU:CHAFTA:SAMPLE-AU-000123";

    @SuppressWarnings("NullAway.Init") // JUnit calls start() first
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls start() first
    private Consortium consortium;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        consortium = Consortium.start(folder.resolve("data"), new Phases());
    }

    @AfterAll
    void stop() {
        consortium.close();
    }

    @Test
    void lets_no_member_s_role_into_another_s_database() {
        MemberDatabase china = consortium.settings(CN).database();
        MemberDatabase australia = consortium.settings(AU).database();

        assertThatThrownBy(() -> DriverManager.getConnection(china.url(), australia.role(), australia.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(china.url(), china.role(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void says_that_another_run_has_the_folder_open() {
        assertThatThrownBy(() -> Consortium.start(folder.resolve("data"), new Phases()))
                .isInstanceOfSatisfying(
                        ConsortiumFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(Code.FOLDER_IN_USE));
    }

    @Test
    void shows_no_secret_in_its_words() {
        assertThat(consortium.settings(AU).toString())
                .doesNotContain(consortium.settings(AU).keyPassword())
                .doesNotContain(consortium.settings(AU).database().password());
    }

    @Test
    void runs_an_instance_as_a_process_that_may_be_killed_and_started_again() throws Exception {
        String issued;
        try (NodeProcess node = NodeProcess.start(consortium.settingsFile(AU), folder)) {
            assertThat(node.ready().path("member").asString()).isEqualTo("AU");
            JsonNode answer = node.ask("issue key-1 " + SAMPLE.toAbsolutePath());
            assertThat(answer.path("result").asString()).isEqualTo("accepted");
            issued = answer.path("statement").asString();
            assertThat(node.ask("nonsense").path("error").asString()).contains("no such command");
            assertThat(node.ask("use").path("error").asString()).isNotEmpty();
            node.kill();
        }
        try (NodeProcess node = NodeProcess.start(consortium.settingsFile(AU), folder)) {
            assertThat(node.ask("issue key-1 " + SAMPLE.toAbsolutePath())
                            .path("result")
                            .asString())
                    .isEqualTo("repeated");
            JsonNode settled = node.ask("await " + issued + " 60");
            assertThat(settled.path("standing").asString())
                    .as(settled.toString())
                    .isEqualTo("STANDS");
            assertThat(node.ask("balance CN " + SUBJECT)
                            .path("items")
                            .path(0)
                            .path("left")
                            .asString())
                    .isEqualTo("100");
            assertThat(node.ask("digest CN").path("digest").asString()).hasSize(64);
        }
    }
}
