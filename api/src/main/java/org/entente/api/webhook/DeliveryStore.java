package org.entente.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages in the member's database. */
@Repository
class DeliveryStore {
    private static final String COLUMNS = "d.sequence, d.endpoint, d.message, d.type, d.body, d.state, d.made_at,"
            + " d.attempts, d.next_try_at, d.last_at, d.last_status, d.last_fault";

    private final JdbcClient database;

    DeliveryStore(JdbcClient database) {
        this.database = database;
    }

    /** A message that is there already is sent again if that is asked for, and otherwise left alone. */
    void add(UUID endpoint, UUID message, String type, String body, Instant now, boolean again) {
        database.sql(
                        "insert into api.webhook_delivery as d (endpoint, message, type, body, state, made_at, next_try_at)"
                                + " values (?, ?, ?, ?, 'WAITING', ?, ?) on conflict (endpoint, message) do update"
                                + " set state = 'WAITING', attempts = 0, next_try_at = excluded.next_try_at where ?")
                .param(endpoint)
                .param(message)
                .param(type)
                .param(body)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(again)
                .update();
    }

    /** Takes messages that are due, for a while: nobody else sends them meanwhile. */
    List<Delivery> take(Instant now, Duration held, int most) {
        return database.sql("update api.webhook_delivery d set held_until = ? where d.sequence in"
                        + " (select w.sequence from api.webhook_delivery w join api.webhook_endpoint e on e.id = w.endpoint"
                        + " where w.state = 'WAITING' and w.next_try_at <= ? and coalesce(w.held_until < ?, true)"
                        + " and e.state = 'ACTIVE' order by w.next_try_at limit ? for update of w skip locked)"
                        + " returning " + COLUMNS)
                .param(Timestamp.from(now.plus(held)))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(most)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** Notes how an attempt went. */
    void attempted(
            Delivery delivery,
            Delivery.State state,
            Instant now,
            Optional<Instant> next,
            Optional<Integer> status,
            Optional<String> fault) {
        database.sql(
                        "update api.webhook_delivery set state = ?, attempts = attempts + 1, held_until = null, last_at = ?,"
                                + " next_try_at = coalesce(?::timestamptz, next_try_at), last_status = ?::integer, last_fault = ? where sequence = ?")
                .param(state.name())
                .param(Timestamp.from(now))
                .param(next.map(Timestamp::from).orElse(null))
                .param(status.orElse(null))
                .param(fault.orElse(null))
                .param(delivery.sequence())
                .update();
    }

    List<Delivery> list(UUID endpoint, long before, int most) {
        return database.sql("select " + COLUMNS + " from api.webhook_delivery d where d.endpoint = ? and d.sequence < ?"
                        + " order by d.sequence desc limit ?")
                .param(endpoint)
                .param(before)
                .param(most)
                .query((row, number) -> delivery(row))
                .list();
    }

    void forget(Instant before) {
        database.sql("delete from api.webhook_delivery where made_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                Delivery.State.valueOf(row.getString(6)),
                row.getTimestamp(7).toInstant(),
                row.getInt(8),
                row.getTimestamp(9).toInstant(),
                Optional.ofNullable(row.getTimestamp(10)).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject(11, Integer.class)),
                Optional.ofNullable(row.getString(12)));
    }
}
