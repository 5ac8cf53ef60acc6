package org.entente.client.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.entente.client.stage.Databases;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A server that answers late, no more, or never: nobody waits for ever, and one line says what is wrong. */
class SilentDatabaseTest {
    private static DatabaseSettings.Jdbc with(DatabaseSettings.Jdbc settings, String option) {
        return new DatabaseSettings.Jdbc(
                settings.url() + (settings.url().contains("?") ? "&" : "?") + option,
                settings.user(),
                settings.password(),
                settings.poolSize());
    }

    @Test
    void a_question_that_is_not_answered_fails_and_the_next_one_gets_another_connection() {
        try (Database database = Database.open(with(Databases.fresh(), "socketTimeout=1"))) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> database.transaction(connection -> {
                        try (var sleep = connection.createStatement()) {
                            return sleep.execute("select pg_sleep(600)");
                        }
                    }))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessage("the database does not answer (SQL state 08006)");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
            assertThat(database.<Integer>transaction(connection -> connection.getNetworkTimeout()))
                    .isEqualTo(1_000);
        }
    }

    @Test
    void no_connection_waits_for_ever() throws SQLException {
        DatabaseSettings.Jdbc settings = Databases.fresh();
        try (Database database = Database.open(settings);
                var dedicated = database.dedicated()) {
            assertThat(dedicated.getNetworkTimeout()).isPositive();
            assertThat(database.<Integer>transaction(connection -> connection.getNetworkTimeout()))
                    .isPositive();
            Connections.patiently(
                    dedicated,
                    () -> assertThat(dedicated.getNetworkTimeout()).isGreaterThan((int) Connections.ANSWER.toMillis()));
            assertThat(dedicated.getNetworkTimeout()).isEqualTo((int) Connections.ANSWER.toMillis());
        }
    }

    @Test
    void a_server_that_takes_the_connection_and_says_nothing_is_given_up() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var settings = new DatabaseSettings.Jdbc(
                    "jdbc:postgresql://localhost:" + mute.getLocalPort() + "/d?socketTimeout=1", "u", "p", 1);
            assertThatThrownBy(() -> Database.open(settings))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageStartingWith("the database does not answer");
        }
    }

    @Test
    void a_server_that_is_not_there_is_one_clear_failure() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        var settings = new DatabaseSettings.Jdbc("jdbc:postgresql://localhost:" + port + "/d", "u", "p", 1);
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessage("the database does not answer (SQL state 08001)");
    }

    @Test
    void connections_that_were_cut_leave_no_stack_trace_in_the_log() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger pool = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari");
        pool.addAppender(lines);
        DatabaseSettings.Jdbc settings = Databases.fresh();
        try (Database database = Database.open(settings)) {
            assertThatThrownBy(() -> database.transaction(connection -> {
                        Databases.cutConnections(settings);
                        try (var select = connection.createStatement()) {
                            return select.execute("select 1");
                        }
                    }))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageStartingWith("the database does not answer");
            assertThat(database.<Boolean>transaction(connection -> connection.isValid(5)))
                    .isTrue();
        } finally {
            pool.detachAppender(lines);
        }
        assertThat(lines.list)
                .noneMatch(line ->
                        line.getThrowableProxy() != null && line.getLevel().isGreaterOrEqual(Level.INFO));
    }
}
