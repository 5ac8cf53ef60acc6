package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However administrators treat each other, one is left. */
class AdministratorsTest {
    private static final Api SG = Stage.shared().start("SG");

    private static void none() {
        SG.part(JdbcClient.class)
                .sql("update api.account set enabled = false where 'ADMINISTRATOR' = any(roles)")
                .update();
    }

    private static CompletableFuture<Answer> sent(String who, String whom, String what, String body) {
        return CompletableFuture.supplyAsync(() -> SG.send(SG.post(who, "/v1/accounts/" + whom + "/" + what, body)));
    }

    private static long waiting() {
        return SG.part(JdbcClient.class)
                .sql("select count(*) from pg_locks where not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"state|{\"enabled\":false}", "roles|{\"roles\":[\"EXPORTER\"]}"})
    void two_that_shut_each_other_out_at_once_do_not_both_succeed(String what, String body) throws SQLException {
        none();
        Organisation customs = SG.organisation("Administration");
        String first = "sg-first-" + what;
        String second = "sg-second-" + what;
        SG.account(first, customs, Role.ADMINISTRATOR);
        SG.account(second, customs, Role.ADMINISTRATOR);
        List<CompletableFuture<Answer>> answers;
        try (Connection held = SG.part(DataSource.class).getConnection()) {
            held.setAutoCommit(false);
            try (Statement lock = held.createStatement()) {
                // Accounts can be read and not changed: both come in as administrators.
                lock.execute("lock table api.account in exclusive mode");
                answers = List.of(sent(first, second, what, body), sent(second, first, what, body));
                Until.holds(AdministratorsTest::waiting, many -> many >= 2);
            } finally {
                held.rollback();
            }
        }
        List<Answer> ended = answers.stream().map(CompletableFuture::join).toList();
        assertThat(ended).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
        Answer refused = ended.stream()
                .filter(answer -> answer.status() == 422)
                .findFirst()
                .orElseThrow();
        assertThat(refused.codes()).containsExactly("ACCOUNT_LAST_ADMINISTRATOR");
    }

    @Test
    void one_of_two_may_go() {
        none();
        Organisation customs = SG.organisation("Administration");
        SG.account("sg-stays", customs, Role.ADMINISTRATOR);
        SG.account("sg-goes", customs, Role.ADMINISTRATOR);
        assertThat(sent("sg-stays", "sg-goes", "roles", "{\"roles\":[\"EXPORTER\"]}")
                        .join()
                        .status())
                .isEqualTo(200);
        assertThat(sent("sg-stays", "sg-goes", "state", "{\"enabled\":false}")
                        .join()
                        .status())
                .isEqualTo(200);
    }
}
