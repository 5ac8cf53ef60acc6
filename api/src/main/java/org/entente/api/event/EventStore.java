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

    /** How far a stream has been told; 0 if not at all. */
    long told(String author, String audience) {
        return database.sql("select sequence from api.event_stream where author = ? and audience = ?")
                .param(author)
                .param(audience)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void told(String author, String audience, long sequence) {
        database.sql("insert into api.event_stream (author, audience, sequence) values (?, ?, ?)"
                        + " on conflict (author, audience) do update set sequence = excluded.sequence")
                .param(author)
                .param(audience)
                .param(sequence)
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
        return database.sql(SELECT + " and (officers = any(?) or organisation = any(?)) order by position limit ?")
                .param(after)
                .param(scope.officers().stream().map(Event.Officers::name).toArray(String[]::new))
                .param(scope.organisations().toArray(UUID[]::new))
                .param(most)
                .query((row, number) -> event(row))
                .list();
    }

    /**
     * Events of some time, in their order.
     *
     * @param scope of these only
     * @param id only this one, or all
     * @param from first moment
     * @param until last moment
     * @param upTo only those up to this position
     * @param most how many at most
     * @return in rising order
     */
    public List<Event> between(EventScope scope, Optional<UUID> id, Instant from, Instant until, long upTo, int most) {
        return database.sql(SELECT + " and position <= ? and (officers = any(?) or organisation = any(?))"
                        + " and (?::uuid is null or id = ?) and at between ? and ? order by position limit ?")
                .param(0L)
                .param(upTo)
                .param(scope.officers().stream().map(Event.Officers::name).toArray(String[]::new))
                .param(scope.organisations().toArray(UUID[]::new))
                .param(id.orElse(null))
                .param(id.orElse(null))
                .param(Timestamp.from(from))
                .param(Timestamp.from(until))
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
