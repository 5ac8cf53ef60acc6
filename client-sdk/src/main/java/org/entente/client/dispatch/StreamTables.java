package org.entente.client.dispatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.client.database.SqlArrays;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementLimits;
import org.entente.model.statement.StatementType;
import org.entente.model.statement.StreamHead;
import tools.jackson.databind.JsonNode;

/** Reads a stream for its dispatcher. To be used in one transaction with one snapshot. */
final class StreamTables {
    private static final String DRAFT_COLUMNS = "o.id, o.statement_id, o.type, o.version, o.subject, o.effective_from,"
            + " o.officer, o.salt, o.body, o.content, o.sealed_bytes";
    private static final String WAITING = "select " + DRAFT_COLUMNS + " from outbox_place p"
            + " join outbox o on o.id = p.outbox_id where p.audience = ? and p.state = 'W' order by p.outbox_id limit ?";
    private static final String UNFOLDED = "select " + DRAFT_COLUMNS + " from dispatch_batch b"
            + " join outbox_place p on p.batch_id = b.id join outbox o on o.id = p.outbox_id"
            + " where b.audience = ? and b.state = 'C' and b.last_sequence > ? and p.sequence > ?"
            + " and o.subject = any(?) order by p.sequence";
    private static final String FOLDED_HEAD =
            "select sequence, digest from stream_state where author = ? and audience = ?";
    private static final String COMMITTED_HEAD = "select last_sequence, last_digest from dispatch_batch"
            + " where audience = ? and state = 'C' order by last_sequence desc limit 1";
    // One look into the index for each: a planner that has no statistics yet would otherwise read the whole table.
    private static final String STATES = "select w.subject, s.state from unnest(?) as w(subject) cross join lateral"
            + " (select s.state from subject_state s where s.first_member = ? and s.second_member = ?"
            + " and s.subject = w.subject limit 1) s";
    // Author and audience are asked for outside: with them the planner may choose to read the whole stream for each id.
    private static final String SAID = "select w.id, s.content from unnest(?) as w(id) cross join lateral"
            + " (select s.author, s.audience, s.content from statement s where s.statement_id = w.id"
            + " and s.content is not null offset 0) s where s.author = ? and s.audience = ?";
    private static final String HELD =
            "select distinct o.subject from outbox_place p join outbox o on o.id = p.outbox_id"
                    + " where p.audience = ? and p.state = 'H'";
    private static final String CAUGHT_UP = "select caught_up from node";

    private final Connection connection;
    private final StreamId stream;

    StreamTables(Connection connection, StreamId stream) {
        this.connection = connection;
        this.stream = stream;
    }

    StreamView view(int most) throws SQLException {
        List<WaitingRow> waiting = waiting(most);
        if (waiting.isEmpty()) {
            return new StreamView(StreamHead.START, waiting, Map.of(), List.of(), Map.of(), Set.of(), true);
        }
        StreamHead folded = foldedHead();
        Set<String> subjects = new TreeSet<>();
        waiting.forEach(row -> subjects.add(row.draft().subject()));
        List<StatementDraft> unfolded = unfolded(folded.sequence(), subjects);
        return new StreamView(
                later(folded, committedHead()),
                waiting,
                states(subjects),
                unfolded,
                said(waiting.stream().map(row -> row.draft().id()).toList()),
                held(),
                caughtUp());
    }

    private static StreamHead later(StreamHead one, StreamHead other) {
        return one.sequence() >= other.sequence() ? one : other;
    }

    StreamHead foldedHead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FOLDED_HEAD)) {
            select.setString(1, stream.author().value());
            select.setString(2, stream.audience().value());
            return head(select);
        }
    }

    private StreamHead committedHead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COMMITTED_HEAD)) {
            select.setString(1, stream.audience().value());
            return head(select);
        }
    }

    private static StreamHead head(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new StreamHead(row.getLong(1), Digest.ofRaw(row.getBytes(2))) : StreamHead.START;
        }
    }

    private List<WaitingRow> waiting(int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, stream.audience().value());
            select.setInt(2, most);
            return rows(select);
        }
    }

    private List<StatementDraft> unfolded(long after, Set<String> subjects) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNFOLDED)) {
            select.setString(1, stream.audience().value());
            select.setLong(2, after);
            select.setLong(3, after);
            select.setArray(4, SqlArrays.texts(connection, subjects));
            return rows(select).stream().map(WaitingRow::draft).toList();
        }
    }

    private List<WaitingRow> rows(PreparedStatement select) throws SQLException {
        List<WaitingRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                StatementDraft draft = new StatementDraft(
                        stream,
                        SqlArrays.id(row.getBytes(2)),
                        new StatementType(row.getString(3), row.getInt(4)),
                        row.getString(5),
                        Instant.parse(row.getString(6)),
                        row.getString(7),
                        new Salt(row.getString(8)),
                        body(row.getBytes(9)));
                rows.add(new WaitingRow(row.getLong(1), draft, Digest.ofRaw(row.getBytes(10)), row.getInt(11)));
            }
        }
        return rows;
    }

    private static JsonNode body(byte[] bytes) {
        return switch (StrictJson.parse(bytes, StatementLimits.MAX_STATEMENT_BYTES)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> node;
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new IllegalStateException("an outbox row is damaged");
        };
    }

    private Map<String, byte[]> states(Set<String> subjects) throws SQLException {
        Map<String, byte[]> states = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STATES)) {
            select.setArray(1, SqlArrays.texts(connection, subjects));
            select.setString(2, stream.pair().first().value());
            select.setString(3, stream.pair().second().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.put(row.getString(1), row.getBytes(2));
                }
            }
        }
        return states;
    }

    private Map<StatementId, Digest> said(List<StatementId> ids) throws SQLException {
        Map<StatementId, Digest> said = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SAID)) {
            select.setArray(1, SqlArrays.ids(connection, ids));
            select.setString(2, stream.author().value());
            select.setString(3, stream.audience().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    said.put(SqlArrays.id(row.getBytes(1)), Digest.ofRaw(row.getBytes(2)));
                }
            }
        }
        return said;
    }

    private Set<String> held() throws SQLException {
        Set<String> held = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(HELD)) {
            select.setString(1, stream.audience().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.add(row.getString(1));
                }
            }
        }
        return held;
    }

    private boolean caughtUp() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CAUGHT_UP);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
