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
public class DeliveryStore {
    private static final String COLUMNS = "d.sequence, d.endpoint, d.message, d.type, d.body, d.state, d.made_at,"
            + " d.attempts, d.next_try_at, d.last_at, d.last_status, d.last_fault, d.held_until";

    /** Looks into the index of each endpoint for itself, however much others have. */
    private static final String NEXT = "select w.sequence from api.webhook_endpoint e cross join lateral"
            + " (select n.sequence, row_number() over (order by n.next_try_at, n.sequence) as turn, n.next_try_at from"
            + " (select c.sequence, c.next_try_at from api.webhook_delivery c where c.endpoint = e.id"
            + " and c.state = 'WAITING' and c.next_try_at <= :now and coalesce(c.held_until < :now, true)"
            + " order by c.next_try_at limit greatest(0, case when e.failing_since is null then :each else 1 end"
            + " - (select count(*) from api.webhook_delivery h where h.endpoint = e.id and h.state = 'WAITING'"
            + " and h.held_until >= :now)) for update skip locked) n) w"
            + " where e.state = 'ACTIVE' order by w.turn, w.next_try_at limit :most";

    private final JdbcClient database;

    DeliveryStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A message that is there already is sent again if that is asked for, and otherwise left alone. The caller holds the
     * endpoint: whatever touches both holds the endpoint first, so that no two wait for each other.
     */
    void add(UUID endpoint, UUID message, String type, String body, Instant now, boolean again) {
        database.sql(
                        "insert into api.webhook_delivery as d (endpoint, message, type, body, state, made_at, next_try_at)"
                                + " values (?, ?, ?, ?, 'WAITING', ?, ?) on conflict (endpoint, message) do update"
                                + " set state = 'WAITING', attempts = 0, next_try_at = excluded.next_try_at,"
                                + " held_until = null where ?")
                .param(endpoint)
                .param(message)
                .param(type)
                .param(body)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(again)
                .update();
    }

    /**
     * Takes messages that are due, for a while: nobody else sends them meanwhile. Endpoints take turns, and none has more
     * than a few on their way at once, or more than one while nothing reaches it: a slow one holds up itself alone.
     *
     * @param now of this instance
     * @param held how long
     * @param each the most of one endpoint that are on their way at once
     * @param most the most that are taken
     */
    List<Delivery> take(Instant now, Duration held, int each, int most) {
        return database.sql("update api.webhook_delivery d set held_until = :until where d.sequence in (" + NEXT
                        + ") returning " + COLUMNS)
                .param("until", Timestamp.from(now.plus(held)))
                .param("now", Timestamp.from(now))
                .param("each", each)
                .param("most", most)
                .query((row, number) -> delivery(row))
                .list();
    }

    /**
     * Notes how an attempt went; the caller holds the endpoint.
     *
     * @return false, and nothing is noted, if the message is no longer held for this attempt
     */
    boolean attempted(
            Delivery delivery,
            Delivery.State state,
            Instant now,
            Optional<Instant> next,
            Optional<Integer> status,
            Optional<String> fault) {
        return database.sql(
                                "update api.webhook_delivery set state = ?, attempts = attempts + 1, held_until = null, last_at = ?,"
                                        + " next_try_at = coalesce(?::timestamptz, next_try_at), last_status = ?::integer, last_fault = ?"
                                        + " where sequence = ? and held_until = ?::timestamptz")
                        .param(state.name())
                        .param(Timestamp.from(now))
                        .param(next.map(Timestamp::from).orElse(null))
                        .param(status.orElse(null))
                        .param(fault.orElse(null))
                        .param(delivery.sequence())
                        .param(delivery.heldUntil().map(Timestamp::from).orElse(null))
                        .update()
                > 0;
    }

    /**
     * Messages to an endpoint, newest first.
     *
     * @param endpoint to whom
     * @param before only those of a smaller sequence
     * @param most how many at most
     * @return in falling order
     */
    public List<Delivery> list(UUID endpoint, long before, int most) {
        return database.sql("select " + COLUMNS + " from api.webhook_delivery d where d.endpoint = ? and d.sequence < ?"
                        + " order by d.sequence desc limit ?")
                .param(endpoint)
                .param(before)
                .param(most)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** Waits for nobody: what is in use goes next time. */
    void forget(Instant before) {
        database.sql("delete from api.webhook_delivery where sequence in"
                        + " (select sequence from api.webhook_delivery where made_at < ? for update skip locked)")
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
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getTimestamp(13)).map(Timestamp::toInstant));
    }
}
