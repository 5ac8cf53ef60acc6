package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.entente.client.database.SqlArrays;
import org.entente.client.follow.FoldBuffer.SubjectKey;
import org.entente.model.fold.FoldStore.StreamState;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StreamHead;

/** The folded state in SQL: one statement a table and direction, however many rows. */
final class FoldTables {
    private static final String STREAMS =
            "select s.author, s.audience, s.sequence, s.digest, s.tx_seconds, s.tx_nanos from stream_state s"
                    + " join unnest(?, ?) as w(author, audience) using (author, audience)";
    // One look into the index for each: a planner that has no statistics yet would otherwise read the whole table.
    private static final String CONTENTS = "select s.author, s.audience, s.statement_id, s.content"
            + " from unnest(?) as w(id) cross join lateral (select s.* from statement s"
            + " where s.statement_id = w.id and s.content is not null offset 0) s";
    private static final String SUBJECTS = "select w.first_member, w.second_member, w.subject, s.state"
            + " from unnest(?, ?, ?) as w(first_member, second_member, subject) cross join lateral (select s.state"
            + " from subject_state s where s.first_member = w.first_member and s.second_member = w.second_member"
            + " and s.subject = w.subject limit 1) s";
    private static final String PUT_STREAMS =
            "insert into stream_state (author, audience, sequence, digest, tx_seconds, tx_nanos)"
                    + " select * from unnest(?, ?, ?, ?, ?, ?) on conflict (author, audience) do update set"
                    + " sequence = excluded.sequence, digest = excluded.digest,"
                    + " tx_seconds = excluded.tx_seconds, tx_nanos = excluded.tx_nanos";
    private static final String PUT_SUBJECTS = "insert into subject_state (first_member, second_member, subject, state)"
            + " select * from unnest(?, ?, ?, ?) on conflict (first_member, second_member, subject)"
            + " do update set state = excluded.state";
    private static final String PUT_QUARANTINE =
            "insert into quarantine (evidence_id, head_moved, findings)" + " values (?, ?, ?)";
    private static final String PUT_PROGRESS = "insert into pair_progress (first_member, second_member, evidence_id)"
            + " values (?, ?, ?) on conflict (first_member, second_member) do update set"
            + " evidence_id = excluded.evidence_id";

    private final Connection connection;

    FoldTables(Connection connection) {
        this.connection = connection;
    }

    void readStreams(Collection<StreamId> streams, FoldBuffer into) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
            select.setArray(1, texts(streams.stream().map(s -> s.author().value())));
            select.setArray(2, texts(streams.stream().map(s -> s.audience().value())));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    into.loadStream(
                            stream(row),
                            new StreamState(
                                    new StreamHead(row.getLong(3), Digest.ofRaw(row.getBytes(4))),
                                    Instant.ofEpochSecond(row.getLong(5), row.getInt(6))));
                }
            }
        }
    }

    void readContents(List<StatementId> ids, FoldBuffer into) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONTENTS)) {
            select.setArray(1, SqlArrays.ids(connection, ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    into.loadContent(stream(row), SqlArrays.id(row.getBytes(3)), Digest.ofRaw(row.getBytes(4)));
                }
            }
        }
    }

    void readSubjects(Collection<SubjectKey> keys, FoldBuffer into) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUBJECTS)) {
            bindKeys(select, keys);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    into.loadSubject(
                            new Pair(new MemberId(row.getString(1)), new MemberId(row.getString(2))),
                            row.getString(3),
                            row.getBytes(4));
                }
            }
        }
    }

    void putStreams(Map<StreamId, StreamState> changed) throws SQLException {
        List<Map.Entry<StreamId, StreamState>> rows = new ArrayList<>(changed.entrySet());
        List<Long> seconds = new ArrayList<>(rows.size());
        List<Integer> nanos = new ArrayList<>(rows.size());
        for (Map.Entry<StreamId, StreamState> row : rows) {
            Instant last = row.getValue().lastTimestamp();
            seconds.add(last.getEpochSecond());
            nanos.add(last.getNano());
        }
        try (PreparedStatement upsert = connection.prepareStatement(PUT_STREAMS)) {
            upsert.setArray(1, texts(rows.stream().map(r -> r.getKey().author().value())));
            upsert.setArray(
                    2, texts(rows.stream().map(r -> r.getKey().audience().value())));
            upsert.setArray(
                    3,
                    SqlArrays.longs(
                            connection,
                            rows.stream()
                                    .map(r -> r.getValue().head().sequence())
                                    .toList()));
            upsert.setArray(
                    4,
                    SqlArrays.bytes(
                            connection,
                            rows.stream()
                                    .map(r -> r.getValue().head().digest().raw())
                                    .toList()));
            upsert.setArray(5, SqlArrays.longs(connection, seconds));
            upsert.setArray(6, SqlArrays.integers(connection, nanos));
            upsert.executeUpdate();
        }
    }

    void putSubjects(Map<SubjectKey, byte[]> changed) throws SQLException {
        List<SubjectKey> keys = new ArrayList<>(changed.keySet());
        // In the order of the index: neighbours go to the same page.
        keys.sort(Comparator.comparing(SubjectKey::subject));
        List<byte[]> states = new ArrayList<>(keys.size());
        keys.forEach(key -> states.add(java.util.Objects.requireNonNull(changed.get(key))));
        try (PreparedStatement upsert = connection.prepareStatement(PUT_SUBJECTS)) {
            bindKeys(upsert, keys);
            upsert.setArray(4, SqlArrays.bytes(connection, states));
            upsert.executeUpdate();
        }
    }

    void putQuarantine(long evidenceId, boolean headMoved, byte[] findings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUT_QUARANTINE)) {
            insert.setLong(1, evidenceId);
            insert.setBoolean(2, headMoved);
            insert.setBytes(3, findings);
            insert.executeUpdate();
        }
    }

    void putProgress(Pair pair, long evidenceId) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(PUT_PROGRESS)) {
            upsert.setString(1, pair.first().value());
            upsert.setString(2, pair.second().value());
            upsert.setLong(3, evidenceId);
            upsert.executeUpdate();
        }
    }

    private void bindKeys(PreparedStatement statement, Collection<SubjectKey> keys) throws SQLException {
        statement.setArray(1, texts(keys.stream().map(k -> k.pair().first().value())));
        statement.setArray(2, texts(keys.stream().map(k -> k.pair().second().value())));
        statement.setArray(3, texts(keys.stream().map(SubjectKey::subject)));
    }

    private java.sql.Array texts(java.util.stream.Stream<String> values) throws SQLException {
        return SqlArrays.texts(connection, values.toList());
    }

    private static StreamId stream(ResultSet row) throws SQLException {
        return new StreamId(new MemberId(row.getString(1)), new MemberId(row.getString(2)));
    }
}
