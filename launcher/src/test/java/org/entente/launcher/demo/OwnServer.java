package org.entente.launcher.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.entente.client.database.DatabaseSettings;

/**
 * A PostgreSQL server of one member's own, on whose disk everything stands as it was written and nothing is thrown away:
 *
 * <ul>
 *   <li>{@code wal_compression} off: page images are not compressed;
 *   <li>{@code wal_level} logical: an update is logged whole, not only the bytes that differ from the old row;
 *   <li>{@code wal_keep_size}: no segment of the log is recycled;
 *   <li>every long column has storage {@code external}: TOAST does not compress it ({@link #storeWithoutCompression()});
 *   <li>{@code log_statement} all: even the text of statements is in the server's log.
 * </ul>
 *
 * What is longer than about 2 kB stands in pieces of that length; a text that lies across two pieces is found in the rows
 * and, where a file holds the pieces of a deleted row, only if it also stands elsewhere.
 */
final class OwnServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private EmbeddedPostgres server;

    OwnServer(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.server = start();
    }

    private EmbeddedPostgres start() throws IOException {
        Redirect log = Redirect.appendTo(folder.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("wal_compression", "off")
                .setServerConfig("wal_level", "logical")
                .setServerConfig("wal_keep_size", "4GB")
                .setServerConfig("log_statement", "all")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .start();
    }

    DatabaseSettings.Jdbc settings() {
        return new DatabaseSettings.Jdbc(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 8);
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** For every table that is there by now. */
    void storeWithoutCompression() throws SQLException {
        execute("do $$ declare each record; begin for each in select c.oid::regclass as tab, a.attname as col"
                + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + " where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0"
                + " and not a.attisdropped and a.attstorage = 'x'"
                + " loop execute format('alter table %s alter column %I set storage external', each.tab, each.col);"
                + " end loop; end $$");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the server, so that everything is on its disk. */
    Path folderAtRest() throws IOException {
        server.close();
        return folder;
    }

    void restart() throws IOException {
        server = start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
