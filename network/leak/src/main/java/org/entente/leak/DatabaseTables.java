package org.entente.leak;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of a PostgreSQL database as bytes to search. */
final class DatabaseTables {
    private DatabaseTables() {}

    static void read(Connection connection, LeakSearch search) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                StringBuilder rows = new StringBuilder();
                try (ResultSet row = statement.executeQuery("select row_of::text from " + table + " as row_of")) {
                    while (row.next()) {
                        rows.append(row.getString(1)).append('\n');
                    }
                }
                byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
                search.bytes("table " + table, text);
                // What stands there as hex digits is searched as bytes too: base64 in a bytea, for instance.
                search.bytes("bytes in table " + table, decoded(text));
            }
        }
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
}
