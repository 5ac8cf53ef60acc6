package org.entente.client.show;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.jspecify.annotations.Nullable;

/**
 * The canonical dump of the folded state, as a digest: every row in a fixed order, every value with its length before it.
 * It holds nothing that depends on the reader: no row ids, no times of arrival.
 */
final class StateDump {
    private static final int FETCH = 1_000;
    private static final String[] TABLES = {
        "select author, audience, sequence::text, digest, tx_seconds::text, tx_nanos::text from stream_state"
                + " where least(author, audience) like ? and greatest(author, audience) like ? order by 1, 2",
        "select author, audience, sequence::text, statement_id, content, type, version::text, subject, block::text,"
                + " tx_index::text, batch_index::text, standing, overtaken_by, findings from statement"
                + " where least(author, audience) like ? and greatest(author, audience) like ?"
                + " order by author, audience, sequence",
        "select first_member, second_member, subject, state from subject_state"
                + " where first_member like ? and second_member like ? order by 1, 2, 3",
        "select e.block::text, e.tx_index::text, e.ordinal::text, e.collection, e.key_hash, e.value_hash,"
                + " q.head_moved::text, q.findings from quarantine q join evidence e on e.id = q.evidence_id"
                + " where least(left(e.collection, 2), right(e.collection, 2)) like ?"
                + " and greatest(left(e.collection, 2), right(e.collection, 2)) like ?"
                + " order by e.block, e.tx_index, e.ordinal, e.collection",
    };

    private StateDump() {}

    static Digest digest(Connection connection, Optional<Pair> pair) throws SQLException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String table : TABLES) {
                addTable(connection, table, pair, sha256);
            }
            return Digest.ofRaw(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static void addTable(Connection connection, String table, Optional<Pair> pair, MessageDigest sha256)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table)) {
            select.setFetchSize(FETCH);
            select.setString(1, pair.map(p -> p.first().value()).orElse("%"));
            select.setString(2, pair.map(p -> p.second().value()).orElse("%"));
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        add(row, i, sha256);
                    }
                }
            }
        }
        addValue(table.getBytes(StandardCharsets.UTF_8), sha256);
    }

    private static void add(ResultSet row, int column, MessageDigest sha256) throws SQLException {
        boolean isBytes = row.getMetaData().getColumnTypeName(column).equals("bytea");
        String text = isBytes ? null : row.getString(column);
        addValue(isBytes ? row.getBytes(column) : text == null ? null : text.getBytes(StandardCharsets.UTF_8), sha256);
    }

    private static void addValue(byte @Nullable [] value, MessageDigest sha256) {
        int length = value == null ? -1 : value.length;
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (value != null) {
            sha256.update(value);
        }
    }
}
