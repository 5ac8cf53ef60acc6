package org.entente.client.dispatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.client.outbox.Outbox;
import org.entente.client.running.Loop;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;

/** The dispatchers of all streams of one member, each started when something first waits for its audience. */
public final class Dispatcher implements AutoCloseable {
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final String AUDIENCES = "select audience from outbox_place where state = 'W'"
            + " union select audience from outbox_place where state = 'H'"
            + " union select audience from dispatch_batch where state = 'P'";

    private final Database database;
    private final Signals signals;
    private final DispatchParts parts;
    private final RandomGenerator random;
    private final Map<StreamId, StreamLoop> streams = new ConcurrentHashMap<>();
    private final Signals.Subscription waiting;
    private final Loop discovery;

    /**
     * Starts dispatching.
     *
     * @param database the member's database
     * @param signals between instances
     * @param parts what it works with
     * @param random for jitter
     */
    public Dispatcher(Database database, Signals signals, DispatchParts parts, RandomGenerator random) {
        this.database = database;
        this.signals = signals;
        this.parts = parts;
        this.random = random;
        this.waiting = signals.on(Outbox.WAITING, audience -> wake(new MemberId(audience)));
        this.discovery = new Loop("entente streams", this::discover, random);
    }

    private Duration discover() {
        // A signal can be lost; and after a restart nobody signals what was left behind.
        database.transaction(Dispatcher::audiences).forEach(this::wake);
        return LOOK_ANYWAY;
    }

    private void wake(MemberId audience) {
        streams.computeIfAbsent(
                        new StreamId(parts.self(), audience),
                        stream -> new StreamLoop(database, stream, parts, signals, random))
                .wake();
    }

    private static List<MemberId> audiences(Connection connection) throws SQLException {
        List<MemberId> audiences = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(AUDIENCES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                audiences.add(new MemberId(row.getString(1)));
            }
        }
        return audiences;
    }

    @Override
    public void close() {
        waiting.close();
        discovery.close();
        streams.values().forEach(StreamLoop::close);
    }
}
