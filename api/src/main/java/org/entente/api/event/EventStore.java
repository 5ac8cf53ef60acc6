package org.entente.api.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events in the member's database. */
@Repository
public class EventStore {
    private static final String SELECT =
            "select position, id, at, type, officers, organisation, data from api.event where position > ?";

    /** Any number: all instances take the same. */
    private static final long LOCK = 7_150_001L;

    private final JdbcClient database;

    EventStore(JdbcClient database) {
        this.database = database;
    }

    /** Stores an event within the present transaction. */
    void add(EventType type, Event.Officers officers, Optional<UUID> organisation, Instant at, String data) {
        database.sql("insert into api.event (at, type, officers, organisation, data) values (?, ?, ?, ?, ?)")
                .param(Timestamp.from(at))
                .param(type.wire())
                .param(officers.name())
                .param(organisation.orElse(null))
                .param(data)
                .update();
    }

    /** Becomes the one who gives positions, until the present transaction ends; false while another is. */
    boolean lead() {
        return database.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Gives positions to what was committed without one. */
    int place(int most) {
        return database.sql("with start as (select coalesce(max(position), 0) as last from api.event), waiting as"
                        + " (select id, row_number() over (order by at, id) as number from"
                        + " (select id, at from api.event where position is null order by at, id limit ?) few)"
                        + " update api.event e set position = start.last + waiting.number from start, waiting"
                        + " where e.id = waiting.id")
                .param(most)
                .update();
    }

    /**
     * The position of the newest event.
     *
     * @return 0 if there is none
     */
    public long newest() {
        return database.sql("select coalesce(max(position), 0) from api.event")
                .query(Long.class)
                .single();
    }

    /**
     * Events in their order.
     *
     * @param scope of these only
     * @param after only those of a greater position
     * @param most how many at most
     * @return in rising order
     */
    public List<Event> after(EventScope scope, long after, int most) {
        if (scope.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec select = database.sql(SELECT + ScopeClause.of(scope) + " order by position limit ?")
                .param(after);
        return ScopeClause.bind(scope, select)
                .param(most)
                .query((row, number) -> event(row))
                .list();
    }

    /**
     * Which of the past events are wanted.
     *
     * @param scope of these only
     * @param types of these types only; empty for all
     * @param id only this one, or all
     * @param from first moment
     * @param until last moment
     * @param upTo only those up to this position
     */
    public record Past(
            EventScope scope, List<String> types, Optional<UUID> id, Instant from, Instant until, long upTo) {
        /** Keeps an unmodifiable copy. */
        public Past {
            types = List.copyOf(types);
        }
    }

    /**
     * Events of some time, in their order.
     *
     * @param past which
     * @param most how many at most
     * @return in rising order
     */
    public List<Event> between(Past past, int most) {
        if (past.scope().isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec select = database.sql(SELECT + ScopeClause.of(past.scope())
                        + " and position <= ? and (? or type = any(?)) and (?::uuid is null or id = ?)"
                        + " and at between ? and ? order by position limit ?")
                .param(0L);
        return ScopeClause.bind(past.scope(), select)
                .param(past.upTo())
                .param(past.types().isEmpty())
                .param(past.types().toArray(String[]::new))
                .param(past.id().orElse(null))
                .param(past.id().orElse(null))
                .param(Timestamp.from(past.from()))
                .param(Timestamp.from(past.until()))
                .param(most)
                .query((row, number) -> event(row))
                .list();
    }

    /** Forgets what is older than a moment; nobody is told of it any more. */
    int forget(Instant before) {
        return database.sql("delete from api.event where at < ? and position < (select max(position) from api.event)")
                .param(Timestamp.from(before))
                .update();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                Event.Officers.valueOf(row.getString(5)),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                row.getString(7));
    }
}
