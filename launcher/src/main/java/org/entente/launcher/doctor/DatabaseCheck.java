package org.entente.launcher.doctor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.entente.launcher.doctor.Verdict.Bad;
import org.entente.launcher.doctor.Verdict.Good;

/**
 * Starts the embedded PostgreSQL for a moment. PostgreSQL refuses to run as root; the library then starts it in a user
 * namespace of its own, with {@code unshare} of util-linux.
 */
final class DatabaseCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private DatabaseCheck() {}

    static Verdict look() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && !onPath("unshare")) {
            return new Bad(
                    "this is root and there is no unshare",
                    "Run as an ordinary user, or install util-linux (apt-get install util-linux).");
        }
        try (EmbeddedPostgres database =
                        EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
                Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select current_setting('server_version')," + " current_setting('server_encoding')")) {
            answer.next();
            return new Good("embedded PostgreSQL " + answer.getString(1) + " starts here, " + answer.getString(2));
        } catch (IOException | SQLException | RuntimeException e) {
            return new Bad("embedded PostgreSQL does not start: " + e.getMessage(), remedy(root));
        }
    }

    private static String remedy(boolean root) {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return root
                ? "Run as an ordinary user, or allow user namespaces (sysctl user.max_user_namespaces=10000)."
                : "Look at the message; binaries are shipped for Linux, macOS and Windows, this is " + system
                        + ". The folder for temporary files must allow programs to run (no noexec).";
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
