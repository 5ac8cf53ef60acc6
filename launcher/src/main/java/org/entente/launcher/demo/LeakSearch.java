package org.entente.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.launcher.consortium.MemberDatabase;

/** Searches everything that a member holds for private texts. */
final class LeakSearch {
    private final Needles needles;
    private final Map<String, Long> hits = new LinkedHashMap<>();
    private long bytes;
    private int places;

    LeakSearch(Needles needles) {
        this.needles = needles;
    }

    /** Searches each file below a folder. */
    LeakSearch files(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    search(Files.readAllBytes(path), path.getFileName().toString());
                }
            }
        }
        return this;
    }

    /** Searches every row of every table, as PostgreSQL writes rows: texts as such, bytes as hex digits. */
    LeakSearch rows(MemberDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.role(), database.password());
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                StringBuilder rows = new StringBuilder();
                try (ResultSet row = statement.executeQuery("select row_of::text from " + table + " as row_of")) {
                    while (row.next()) {
                        rows.append(row.getString(1)).append('\n');
                    }
                }
                byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
                search(text, "table " + table);
                // What stands there as hex digits is searched as bytes too: base64 in a bytea, for instance.
                search(decoded(text), "table " + table);
            }
        }
        return this;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Every run of hex digits after {@code \\x} as the bytes that it stands for. */
    private static byte[] decoded(byte[] rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = new String(rows, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\\\\x");
        while (at >= 0) {
            int end = at + 3;
            while (end + 1 < text.length()
                    && Character.digit(text.charAt(end), 16) >= 0
                    && Character.digit(text.charAt(end + 1), 16) >= 0) {
                out.write((Character.digit(text.charAt(end), 16) << 4) | Character.digit(text.charAt(end + 1), 16));
                end += 2;
            }
            out.write('\n');
            at = text.indexOf("\\\\x", end);
        }
        return out.toByteArray();
    }

    LeakSearch search(byte[] hay, String place) {
        places++;
        bytes += hay.length;
        for (int i = 0; i + Long.BYTES <= hay.length; i++) {
            for (Needles.Needle needle : needles.at(hay, i)) {
                hits.merge(needle.form() + " of a private text in " + place, 1L, Long::sum);
            }
        }
        return this;
    }

    /** What was found, with how often. */
    Map<String, Long> hits() {
        return Map.copyOf(hits);
    }

    long bytes() {
        return bytes;
    }

    int places() {
        return places;
    }
}
