package org.entente.client.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.client.database.SqlArrays;
import org.entente.client.outbox.OutboxWriter.Row;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/** Writes accepted requests: request key and outbox row are one row, so neither can be without the other. */
final class OutboxTable {
    private static final String INSERT = "with accepted as (insert into outbox (client, route, request_key, content,"
            + " statement_id, audience, type, version, subject, effective_from, officer, salt, body, sealed_bytes,"
            + " accepted_at) select w.*, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as w"
            + " on conflict do nothing returning id, statement_id, audience),"
            + " placed as (insert into outbox_place (outbox_id, audience, state) select id, audience, 'W' from accepted)"
            + " select statement_id from accepted";
    private static final String STORED = "select o.statement_id, o.content, o.audience, o.accepted_at from outbox o"
            + " join unnest(?, ?, ?) as w(client, route, request_key) using (client, route, request_key)";

    private final Connection connection;
    private final MemberId self;

    OutboxTable(Connection connection, MemberId self) {
        this.connection = connection;
        this.self = self;
    }

    /**
     * What is stored under a request's key.
     *
     * @param receipt of the request that was first
     * @param content what it said
     */
    record Stored(Receipt receipt, Digest content) {}

    /** Inserts what is new; returns the ids of what was inserted. */
    List<StatementId> insert(List<Row> rows, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(now));
            bindNames(insert, 2, rows);
            insert.setArray(
                    5,
                    SqlArrays.bytes(
                            connection,
                            rows.stream().map(r -> r.content().raw()).toList()));
            insert.setArray(
                    6,
                    SqlArrays.ids(
                            connection, rows.stream().map(r -> r.draft().id()).toList()));
            bindDrafts(insert, rows);
            insert.setArray(
                    15,
                    SqlArrays.integers(
                            connection, rows.stream().map(Row::sealedBytes).toList()));
            List<StatementId> inserted = new ArrayList<>(rows.size());
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    inserted.add(SqlArrays.id(row.getBytes(1)));
                }
            }
            return inserted;
        }
    }

    private void bindDrafts(PreparedStatement insert, List<Row> rows) throws SQLException {
        insert.setArray(7, texts(rows, r -> r.draft().stream().audience().value()));
        insert.setArray(8, texts(rows, r -> r.draft().type().name()));
        insert.setArray(
                9,
                SqlArrays.integers(
                        connection,
                        rows.stream().map(r -> r.draft().type().version()).toList()));
        insert.setArray(10, texts(rows, r -> r.draft().subject()));
        insert.setArray(11, texts(rows, r -> r.draft().effectiveFrom().toString()));
        insert.setArray(12, texts(rows, r -> r.draft().officer()));
        insert.setArray(13, texts(rows, r -> r.draft().salt().base64Url()));
        insert.setArray(
                14,
                SqlArrays.bytes(
                        connection,
                        rows.stream()
                                .map(r -> CanonicalJson.bytes(r.draft().body()))
                                .toList()));
    }

    /** What stands under the keys of some requests. */
    Map<StatementId, Stored> stored(List<Row> rows) throws SQLException {
        Map<StatementId, Stored> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            bindNames(select, 1, rows);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StatementId id = SqlArrays.id(row.getBytes(1));
                    StreamId stream = new StreamId(self, new MemberId(row.getString(3)));
                    found.put(
                            id,
                            new Stored(
                                    new Receipt(id, stream, row.getTimestamp(4).toInstant()),
                                    Digest.ofRaw(row.getBytes(2))));
                }
            }
        }
        return found;
    }

    private void bindNames(PreparedStatement statement, int first, List<Row> rows) throws SQLException {
        statement.setArray(first, texts(rows, r -> r.request().client()));
        statement.setArray(first + 1, texts(rows, r -> r.request().route()));
        statement.setArray(first + 2, texts(rows, r -> r.request().key()));
    }

    private java.sql.Array texts(List<Row> rows, java.util.function.Function<Row, String> of) throws SQLException {
        return SqlArrays.texts(connection, rows.stream().map(of).toList());
    }
}
