package org.entente.client.dispatch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
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

    private final StreamId stream;
    private final DispatchParts parts;
    private final Signals signals;
    private final RandomGenerator random;
    private final Loop loop;
    private final SessionLock lock;
    private @Nullable StreamDispatcher dispatcher;
    private long notBefore = System.nanoTime();

    StreamLoop(Database database, StreamId stream, DispatchParts parts, Signals signals, RandomGenerator random) {
        this.stream = stream;
        this.parts = parts;
        this.signals = signals;
        this.random = random;
        this.lock = new SessionLock(database, "entente dispatch " + stream);
        this.loop = new Loop("entente dispatch " + stream, this::run, random);
    }

    void wake() {
        loop.wake();
    }

    private Duration run() throws SQLException, InterruptedException {
        // A wake-up for new statements does not shorten the wait after a failure.
        long left = notBefore - System.nanoTime();
        if (left > 0) {
            return Duration.ofNanos(left);
        }
        try {
            if (!lock.take()) {
                return STANDBY;
            }
            StreamDispatcher holder = dispatcher;
            if (holder == null) {
                holder = new StreamDispatcher(lock.connection(), stream, parts, signals, random);
                dispatcher = holder;
            }
            Pace pace = holder.round();
            notBefore = System.nanoTime() + pace.notBefore().toNanos();
            return pace.next();
        } catch (SQLException | RuntimeException | Error e) {
            // Whatever it was: the next round starts from what the database says.
            giveUp();
            throw e;
        }
    }

    private void giveUp() {
        dispatcher = null;
        lock.giveUp();
    }

    @Override
    public void close() {
        loop.close();
        giveUp();
    }
}
