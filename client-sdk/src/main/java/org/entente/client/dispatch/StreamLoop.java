package org.entente.client.dispatch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseFailure;
import org.entente.client.database.SessionLock;
import org.entente.client.database.Signals;
import org.entente.client.running.Loop;
import org.entente.model.member.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * One stream's dispatcher in this instance: waits for the stream's lock, and then dispatches until the connection that
 * holds it is gone.
 */
final class StreamLoop implements AutoCloseable {
    private static final Duration STANDBY = Duration.ofMillis(500);

    private final Database database;
    private final StreamId stream;
    private final DispatchParts parts;
    private final Signals signals;
    private final RandomGenerator random;
    private final Loop loop;
    private @Nullable SessionLock lock;
    private @Nullable StreamDispatcher dispatcher;
    private long notBefore = System.nanoTime();

    StreamLoop(Database database, StreamId stream, DispatchParts parts, Signals signals, RandomGenerator random) {
        this.database = database;
        this.stream = stream;
        this.parts = parts;
        this.signals = signals;
        this.random = random;
        this.loop = new Loop("entente dispatch " + stream, this::run, random);
    }

    void wake() {
        loop.wake();
    }

    private Duration run() throws SQLException, InterruptedException {
        StreamDispatcher holder = dispatcher;
        if (holder == null) {
            Optional<SessionLock> taken = SessionLock.take(database, "entente dispatch " + stream);
            if (taken.isEmpty()) {
                return STANDBY;
            }
            lock = taken.get();
            holder = new StreamDispatcher(taken.get().connection(), stream, parts, signals, random);
            dispatcher = holder;
        }
        // A wake-up for new statements does not shorten the wait after a failure.
        long left = notBefore - System.nanoTime();
        if (left > 0) {
            return Duration.ofNanos(left);
        }
        try {
            Duration wait = holder.round();
            notBefore = System.nanoTime() + (wait.compareTo(Duration.ofSeconds(1)) == 0 ? 0 : wait.toNanos());
            return wait;
        } catch (SQLException | DatabaseFailure e) {
            giveUp();
            throw e;
        }
    }

    private void giveUp() {
        dispatcher = null;
        SessionLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    @Override
    public void close() {
        loop.close();
        giveUp();
    }
}
