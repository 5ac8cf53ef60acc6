package org.entente.launcher.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server's files, copied while it serves, as {@code pg_basebackup} does (PostgreSQL 18, 25.3.4, "Making a Base Backup Using the
 * Low Level API"): that program is not among those that the tests have.
 */
final class OnlineBackup {
    private static final Set<String> OF_THE_PROCESS = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private OnlineBackup() {}

    /** Copies everything to a folder that does not exist yet. */
    static void take(EmbeddedPostgres server, Path folder) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            Path data = Path.of(one(statement, "show data_directory", 1));
            statement.execute("select pg_backup_start('drill', true)");
            copy(data, folder, Set.of("pg_wal"));
            String label = one(statement, "select labelfile from pg_backup_stop(false)", 1);
            // All that was logged while files were copied: what makes the copy a consistent one.
            copy(data.resolve("pg_wal"), folder.resolve("pg_wal"), Set.of("archive_status"));
            Files.writeString(folder.resolve("backup_label"), label, StandardCharsets.UTF_8);
        }
    }

    private static String one(Statement statement, String query, int column) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(column);
        }
    }

    private static void copy(Path from, Path to, Set<String> empty) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Path relative = from.relativize(each);
            Path target = to.resolve(relative.toString());
            boolean left = empty.contains(relative.getName(0).toString());
            try {
                if (Files.isDirectory(each)) {
                    if (!left || relative.getNameCount() == 1) {
                        Files.createDirectories(target);
                    }
                } else if (!left && !OF_THE_PROCESS.contains(relative.toString())) {
                    Files.copy(each, target);
                }
            } catch (NoSuchFileException gone) {
                // A server deletes files while it works; the log brings whatever mattered.
            }
        }
        Files.setPosixFilePermissions(to, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
}
