package org.entente.client.follow;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.entente.client.database.SqlArrays;
import org.entente.client.finding.FindingBytes;
import org.entente.model.fold.StatementOutcome;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.jspecify.annotations.Nullable;

/** Rows of the statement table, gathered column by column and inserted at once. Not thread-safe. */
final class StatementRows {
    private static final String INSERT = "insert into statement (author, audience, sequence, statement_id, content,"
            + " type, version, subject, block, tx_index, batch_index, evidence_id, value_offset, value_length,"
            + " standing, overtaken_by, findings) select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final List<@Nullable String> authors = new ArrayList<>();
    private final List<@Nullable String> audiences = new ArrayList<>();
    private final List<@Nullable Long> sequences = new ArrayList<>();
    private final List<byte @Nullable []> ids = new ArrayList<>();
    private final List<byte @Nullable []> contents = new ArrayList<>();
    private final List<@Nullable String> types = new ArrayList<>();
    private final List<Integer> versions = new ArrayList<>();
    private final List<@Nullable String> subjects = new ArrayList<>();
    private final List<@Nullable Long> blocks = new ArrayList<>();
    private final List<Integer> transactions = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<@Nullable Long> evidence = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<@Nullable String> standings = new ArrayList<>();
    private final List<byte @Nullable []> overtakers = new ArrayList<>();
    private final List<byte @Nullable []> findings = new ArrayList<>();

    /** Adds the statements of one batch; the buffer still holds what this batch said first. */
    void add(long evidenceId, Batch batch, List<StatementOutcome> outcomes, FoldBuffer said) {
        int offset = firstStatementAt(batch);
        for (StatementOutcome outcome : outcomes) {
            StatementDraft draft = outcome.statement().statement().draft();
            authors.add(draft.stream().author().value());
            audiences.add(draft.stream().audience().value());
            sequences.add(outcome.statement().statement().sequence());
            ids.add(SqlArrays.raw(draft.id()));
            contents.add(
                    said.newContent(draft.stream(), draft.id()).map(Digest::raw).orElse(null));
            types.add(draft.type().name());
            versions.add(draft.type().version());
            subjects.add(draft.subject());
            blocks.add(outcome.at().block());
            transactions.add(outcome.at().transaction());
            indexes.add(outcome.at().index());
            evidence.add(evidenceId);
            offsets.add(offset);
            lengths.add(outcome.statement().bytes().length);
            standings.add(outcome.standing().name());
            overtakers.add(outcome.overtakenBy().map(SqlArrays::raw).orElse(null));
            findings.add(FindingBytes.writeOrNull(outcome.findings()));
            offset += outcome.statement().bytes().length + 1;
        }
    }

    /** RFC 8785 leaves no choice of layout: header, signature, statements, without spaces. */
    private static int firstStatementAt(Batch batch) {
        String signature = Base64.getEncoder().encodeToString(batch.signature());
        return "{\"header\":".length()
                + batch.header().bytes().length
                + (",\"signature\":\"" + signature + "\",\"statements\":[").getBytes(StandardCharsets.UTF_8).length;
    }

    void insert(Connection connection) throws SQLException {
        if (sequences.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, SqlArrays.texts(connection, authors));
            insert.setArray(2, SqlArrays.texts(connection, audiences));
            insert.setArray(3, SqlArrays.longs(connection, sequences));
            insert.setArray(4, SqlArrays.bytes(connection, ids));
            insert.setArray(5, SqlArrays.bytes(connection, contents));
            insert.setArray(6, SqlArrays.texts(connection, types));
            insert.setArray(7, SqlArrays.integers(connection, versions));
            insert.setArray(8, SqlArrays.texts(connection, subjects));
            insert.setArray(9, SqlArrays.longs(connection, blocks));
            insert.setArray(10, SqlArrays.integers(connection, transactions));
            insert.setArray(11, SqlArrays.integers(connection, indexes));
            insert.setArray(12, SqlArrays.longs(connection, evidence));
            insert.setArray(13, SqlArrays.integers(connection, offsets));
            insert.setArray(14, SqlArrays.integers(connection, lengths));
            insert.setArray(15, SqlArrays.texts(connection, standings));
            insert.setArray(16, SqlArrays.bytes(connection, overtakers));
            insert.setArray(17, SqlArrays.bytes(connection, findings));
            insert.executeUpdate();
        }
    }
}
