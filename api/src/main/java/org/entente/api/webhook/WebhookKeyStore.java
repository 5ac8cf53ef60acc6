package org.entente.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which keys there are, in the member's database; the keys themselves are not. */
@Repository
class WebhookKeyStore {
    private static final String SELECT = "select generation, made_at, signs_until from api.webhook_key ";

    private final JdbcClient database;

    WebhookKeyStore(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    List<WebhookKey> all() {
        return database.sql(SELECT + "order by generation desc")
                .query((row, number) -> key(row))
                .list();
    }

    /** All of them, newest first; nobody else changes them for the rest of the transaction. */
    List<WebhookKey> hold() {
        database.sql("lock table api.webhook_key in exclusive mode").update();
        return all();
    }

    /** The caller holds the keys. */
    void add(int generation, String account, Instant now) {
        database.sql("insert into api.webhook_key (generation, made_by, made_at) values (?, ?, ?)")
                .param(generation)
                .param(account)
                .param(Timestamp.from(now))
                .update();
    }

    /** Never later than it was said before. */
    void end(int generation, Instant until) {
        database.sql("update api.webhook_key set signs_until = least(signs_until, ?) where generation = ?")
                .param(Timestamp.from(until))
                .param(generation)
                .update();
    }

    private static WebhookKey key(ResultSet row) throws SQLException {
        return new WebhookKey(
                row.getInt(1),
                row.getTimestamp(2).toInstant(),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant));
    }
}
