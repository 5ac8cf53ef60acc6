package org.entente.client.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.client.database.DatabaseSettings;

/** One PostgreSQL for all tests of this process; every test gets databases of its own in it. */
public final class Databases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private Databases() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    public static DatabaseSettings.Jdbc fresh() {
        String name = "d" + COUNT.incrementAndGet();
        execute("create database " + name);
        return new DatabaseSettings.Jdbc(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres", 6);
    }

    /** Cuts every connection of a database but this one's, as a crash of all clients' machines would. */
    public static void cutConnections(DatabaseSettings.Jdbc database) {
        String name = database.url().replaceAll(".*/(d\\d+)\\?.*", "$1");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** A connection to a database, for looking into it. */
    public static Connection connect(DatabaseSettings.Jdbc database) throws SQLException {
        return java.sql.DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
