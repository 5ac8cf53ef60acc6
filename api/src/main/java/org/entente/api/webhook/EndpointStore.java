package org.entente.api.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.api.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Endpoints in the member's database. */
@Repository
public class EndpointStore {
    private static final String SELECT = "select sequence, id, address, organisation, officers, types, state, version,"
            + " position, made_at, failing_since, notice from api.webhook_endpoint ";

    private final JdbcClient database;

    EndpointStore(JdbcClient database) {
        this.database = database;
    }

    Endpoint add(EndpointForm form, long position, String account, Instant now) {
        UUID id = database.sql(
                        "insert into api.webhook_endpoint (address, organisation, officers, types, state, position,"
                                + " made_by, made_at) values (?, ?, ?, ?, 'ACTIVE', ?, ?, ?) returning id")
                .param(form.address())
                .param(form.organisation().orElse(null))
                .param(form.officers().stream().map(Event.Officers::name).toArray(String[]::new))
                .param(form.types().toArray(String[]::new))
                .param(position)
                .param(account)
                .param(Timestamp.from(now))
                .query(UUID.class)
                .single();
        return find(id).orElseThrow();
    }

    /**
     * An endpoint.
     *
     * @param id names it
     * @return the endpoint
     */
    public Optional<Endpoint> find(UUID id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, number) -> endpoint(row))
                .optional();
    }

    /** For the rest of the transaction. */
    Optional<Endpoint> hold(UUID id) {
        return database.sql(SELECT + "where id = ? for update")
                .param(id)
                .query((row, number) -> endpoint(row))
                .optional();
    }

    /**
     * Endpoints, newest first.
     *
     * @param before only those of a smaller sequence
     * @param most how many at most
     * @return in falling order
     */
    public List<Endpoint> list(long before, int most) {
        return database.sql(SELECT + "where sequence < ? order by sequence desc limit ?")
                .param(before)
                .param(most)
                .query((row, number) -> endpoint(row))
                .list();
    }

    /** An endpoint of which it is not decided yet whether it wants the newest events; nobody else works on it. */
    Optional<Endpoint> behind(long newest) {
        return database.sql(SELECT + "where state = 'ACTIVE' and position < ? order by position limit 1"
                        + " for update skip locked")
                .param(newest)
                .query((row, number) -> endpoint(row))
                .optional();
    }

    void move(UUID id, long position) {
        database.sql("update api.webhook_endpoint set position = ? where id = ?")
                .param(position)
                .param(id)
                .update();
    }

    void change(UUID id, Endpoint.State state, Optional<String> notice) {
        database.sql("update api.webhook_endpoint set state = ?, notice = ?, failing_since = null,"
                        + " version = version + 1 where id = ?")
                .param(state.name())
                .param(notice.orElse(null))
                .param(id)
                .update();
    }

    /** Shuts out the endpoint that was seen; false if it is another by now. */
    boolean disable(Endpoint seen, String notice) {
        return database.sql("update api.webhook_endpoint set state = 'DISABLED', notice = ?, failing_since = null,"
                                + " version = version + 1 where id = ? and state = 'ACTIVE' and version = ?")
                        .param(notice)
                        .param(seen.id())
                        .param(seen.version())
                        .update()
                > 0;
    }

    void remove(UUID id) {
        database.sql("delete from api.webhook_endpoint where id = ?").param(id).update();
    }

    void reached(UUID id) {
        database.sql("update api.webhook_endpoint set failing_since = null where id = ? and failing_since is not null")
                .param(id)
                .update();
    }

    /** Since when nothing reaches it. */
    Instant failed(UUID id, Instant now) {
        database.sql("update api.webhook_endpoint set failing_since = ? where id = ? and failing_since is null")
                .param(Timestamp.from(now))
                .param(id)
                .update();
        return find(id).flatMap(Endpoint::failingSince).orElse(now);
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                Optional.ofNullable(row.getObject(4, UUID.class)),
                Arrays.stream(texts(row.getArray(5)))
                        .map(Event.Officers::valueOf)
                        .collect(Collectors.toSet()),
                List.of(texts(row.getArray(6))),
                Endpoint.State.valueOf(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                row.getTimestamp(10).toInstant(),
                Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString(12)));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
