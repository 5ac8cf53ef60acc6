package org.entente.client.dispatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.client.database.SqlArrays;
import org.entente.client.finding.FindingBytes;
import org.entente.client.ledger.PreparedEnvelope;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;

/** Writes what a dispatcher does, so that whoever comes after a crash knows it. */
final class BatchTables {
    private static final String INSERT = "insert into dispatch_batch (audience, first_sequence, last_sequence,"
            + " last_digest, key_hash, bytes, state, prepared_at) values (?, ?, ?, ?, ?, ?, 'P', ?) returning id";
    private static final String ATTEMPT = "insert into dispatch_attempt (batch_id, attempt, tx_id, envelope, made_at)"
            + " values (?, (select count(*) + 1 from dispatch_attempt where batch_id = ?), ?, ?, ?)";
    private static final String NUMBER = "update outbox_place p set state = 'B', batch_id = ?, sequence = w.sequence,"
            + " code = null from unnest(?, ?) as w(outbox_id, sequence) where p.outbox_id = w.outbox_id";
    private static final String UNRESOLVED =
            "select id, first_sequence, key_hash, bytes from dispatch_batch where audience = ? and state = 'P'";
    private static final String ATTEMPTS =
            "select tx_id, envelope, made_at from dispatch_attempt where batch_id = ? order by attempt";
    private static final String COMMITTED =
            "update dispatch_batch set state = 'C', block = ?, resolved_at = ? where id = ? and state = 'P'";
    private static final String RELEASED =
            "update dispatch_batch set state = 'X', code = ?, resolved_at = ? where id = ? and state = 'P'";
    private static final String BACK_TO_WAITING =
            "update outbox_place set state = 'W', batch_id = null, sequence = null where batch_id = ?";
    private static final String EVIDENCE =
            "select block from evidence where key_hash = ? and collection = ? and kind = 'B' order by id limit 1";
    private static final String SLIM = "with kept as (update dispatch_batch b set bytes = null where audience = ?"
            + " and state <> 'P' and bytes is not null and (state = 'X' or exists (select 1 from evidence e"
            + " join evidence_value v on v.evidence_id = e.id where e.key_hash = b.key_hash and e.collection = ?))"
            + " returning b.id)"
            + " update dispatch_attempt a set envelope = ''::bytea from kept where a.batch_id = kept.id";
    private static final String VERDICT = "update outbox_place set state = cast(? as \"char\"), code = ?, findings = ?,"
            + " overtaken_by = ? where outbox_id = ?";
    private static final String LOOK_AGAIN =
            "update outbox_place set state = 'W', code = null where audience = ? and state = 'H'";
    private static final String TROUBLE = "insert into dispatch_trouble (audience, code, detail, since, attempts)"
            + " values (?, ?, ?, ?, 1) on conflict (audience) do update set code = excluded.code,"
            + " detail = excluded.detail, attempts = dispatch_trouble.attempts + 1,"
            + " since = case when dispatch_trouble.code = excluded.code then dispatch_trouble.since"
            + " else excluded.since end";
    private static final String NO_TROUBLE = "delete from dispatch_trouble where audience = ?";

    private final Connection connection;
    private final StreamId stream;

    BatchTables(Connection connection, StreamId stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /**
     * One envelope that was made for a batch.
     *
     * @param envelope signed
     * @param madeAt when
     */
    record Attempt(PreparedEnvelope envelope, Instant madeAt) {}

    /**
     * A batch whose outcome is not known.
     *
     * @param id its row
     * @param firstSequence number of its first statement
     * @param keyHash hash of the key under which it will stand
     * @param bytes the batch
     * @param attempts every envelope that may have reached the ordering service
     */
    record Unresolved(long id, long firstSequence, Digest keyHash, byte[] bytes, List<Attempt> attempts) {}

    Unresolved prepare(Batch batch, List<WaitingRow> rows, PreparedEnvelope envelope, Instant now) throws SQLException {
        long id = insert(batch, now);
        addAttempt(id, envelope, now);
        List<Long> outboxIds = new ArrayList<>(rows.size());
        List<Long> sequences = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            outboxIds.add(rows.get(i).outboxId());
            sequences.add(batch.header().firstSequence() + i);
        }
        try (PreparedStatement update = connection.prepareStatement(NUMBER)) {
            update.setLong(1, id);
            update.setArray(2, SqlArrays.longs(connection, outboxIds));
            update.setArray(3, SqlArrays.longs(connection, sequences));
            if (update.executeUpdate() != rows.size()) {
                throw new IllegalStateException("a waiting statement is gone");
            }
        }
        run(SLIM, stream.audience().value(), stream.collection());
        return new Unresolved(
                id, batch.header().firstSequence(), keyHash(batch), batch.bytes(), List.of(new Attempt(envelope, now)));
    }

    private long insert(Batch batch, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, stream.audience().value());
            insert.setLong(2, batch.header().firstSequence());
            insert.setLong(3, batch.header().lastSequence());
            insert.setBytes(4, batch.newHead().digest().raw());
            insert.setBytes(5, keyHash(batch).raw());
            insert.setBytes(6, batch.bytes());
            insert.setTimestamp(7, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Digest keyHash(Batch batch) {
        return Digest.of(batch.header().ledgerKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void addAttempt(long batchId, PreparedEnvelope envelope, Instant now) throws SQLException {
        run(ATTEMPT, batchId, batchId, envelope.transactionId(), envelope.bytes(), Timestamp.from(now));
    }

    Optional<Unresolved> unresolved() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNRESOLVED)) {
            select.setString(1, stream.audience().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Unresolved(
                                row.getLong(1),
                                row.getLong(2),
                                Digest.ofRaw(row.getBytes(3)),
                                row.getBytes(4),
                                attempts(row.getLong(1))))
                        : Optional.empty();
            }
        }
    }

    private List<Attempt> attempts(long batchId) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
            select.setLong(1, batchId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    attempts.add(new Attempt(
                            new PreparedEnvelope(row.getString(1), row.getBytes(2)),
                            row.getTimestamp(3).toInstant()));
                }
            }
        }
        return attempts;
    }

    void committed(long batchId, long block, Instant now) throws SQLException {
        run(COMMITTED, block, Timestamp.from(now), batchId);
        clearTrouble();
    }

    void released(long batchId, String code, Instant now) throws SQLException {
        run(RELEASED, code, Timestamp.from(now), batchId);
        run(BACK_TO_WAITING, batchId);
    }

    /** The block in which the own follower has seen a batch. */
    OptionalLong blockOf(Digest keyHash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EVIDENCE)) {
            select.setBytes(1, keyHash.raw());
            select.setString(2, stream.collection());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    void record(List<Verdict> verdicts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(VERDICT)) {
            for (Verdict verdict : verdicts) {
                update.setString(1, verdict.state());
                update.setString(2, verdict.code().orElse(null));
                update.setBytes(3, FindingBytes.writeOrNull(verdict.findings()));
                update.setBytes(4, verdict.overtakenBy().map(SqlArrays::raw).orElse(null));
                update.setLong(5, verdict.outboxId());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Statements that were held up wait again: what held them up may be gone. */
    void lookAgain() throws SQLException {
        run(LOOK_AGAIN, stream.audience().value());
    }

    void trouble(String code, String detail, Instant now) throws SQLException {
        run(TROUBLE, stream.audience().value(), code, detail, Timestamp.from(now));
    }

    void clearTrouble() throws SQLException {
        run(NO_TROUBLE, stream.audience().value());
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
