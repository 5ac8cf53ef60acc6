package org.entente.api.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.client.database.DatabaseSettings;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all tests of this process; every instance gets a database of its own in it. */
public final class Databases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Deque<Runnable> BEFORE_END = new ConcurrentLinkedDeque<>();
    private static final EmbeddedPostgres SERVER = start();

    private Databases() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something when the process ends while the server still runs: hooks run beside each other. */
    static void beforeEnd(Runnable work) {
        BEFORE_END.push(work);
    }

    private static void end(EmbeddedPostgres server) {
        try (server) {
            BEFORE_END.forEach(Runnable::run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all connections to a database, and lets nobody make another. */
    static void shut(DatabaseSettings.Jdbc database) {
        execute("alter database " + name(database) + " with allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name(database) + "'");
    }

    /** Lets everybody connect again. */
    static void open(DatabaseSettings.Jdbc database) {
        execute("alter database " + name(database) + " with allow_connections true");
    }

    private static String name(DatabaseSettings.Jdbc database) {
        return database.url().replaceAll(".*/(d[0-9]+)(?:[?].*)?", "$1");
    }

    private static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new, empty database. */
    static DatabaseSettings.Jdbc fresh() {
        String name = "d" + COUNT.incrementAndGet();
        execute("create database " + name);
        return new DatabaseSettings.Jdbc(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres", 8);
    }

    /** A new database with the tables of the service and nobody who uses them. */
    public static JdbcClient migrated() {
        DatabaseSettings.Jdbc settings = fresh();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        Flyway.configure()
                .dataSource(source)
                .schemas("api")
                .defaultSchema("api")
                .locations("classpath:db/api")
                .load()
                .migrate();
        return JdbcClient.create(source);
    }
}
