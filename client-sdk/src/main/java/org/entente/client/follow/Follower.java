package org.entente.client.follow;

import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.SessionLock;
import org.entente.client.database.Signals;
import org.entente.client.running.Bell;
import org.entente.client.running.Loop;

/**
 * Follows the ledger for one member. Of all instances on the member's database exactly one follows at a time; the others
 * wait for its lock, which is free as soon as its database connection is gone.
 */
public final class Follower implements AutoCloseable {
    /** Raised when more was folded. */
    public static final String FOLDED = "folded";

    /** Raised when missing bytes have come. */
    public static final String BYTES = "bytes";

    static final String REBUILD = "rebuild";
    private static final Duration STANDBY = Duration.ofMillis(500);

    private final Database database;
    private final Signals signals;
    private final FollowParts parts;
    private final SessionLock lock;
    private final Loop loop;

    /**
     * Starts following.
     *
     * @param database the member's database
     * @param signals between instances
     * @param parts what it works with
     * @param random for jitter
     */
    public Follower(Database database, Signals signals, FollowParts parts, RandomGenerator random) {
        this.database = database;
        this.signals = signals;
        this.parts = parts;
        this.lock = new SessionLock(database, "entente follow " + parts.self());
        this.loop = new Loop("entente follow", () -> follow(random), random);
    }

    private Duration follow(RandomGenerator random) throws SQLException, InterruptedException {
        try {
            if (!lock.take()) {
                return STANDBY;
            }
            try (FollowSession session = new FollowSession(lock.connection(), database, signals, parts, random)) {
                session.run();
            }
            return Duration.ZERO;
        } finally {
            if (lock.isHeld()) {
                // However the session ended, the next one starts from what the database says.
                lock.giveUp();
            }
        }
    }

    /**
     * Wipes the folded state and folds it again from the evidence, whichever instance follows.
     *
     * @param longest how long to wait for it
     * @return whether it was done in that time; if not, it is done later
     * @throws InterruptedException if the waiting thread is asked to end
     */
    public boolean rebuild(Duration longest) throws InterruptedException {
        Bell bell = new Bell();
        Signals.Subscription folded = signals.on(FOLDED, about -> bell.ring());
        try {
            long asked = database.transaction(NodeRow::askRebuild);
            long end = System.nanoTime() + longest.toNanos();
            while (database.transaction(NodeRow::state).rebuildsDone() < asked) {
                if (System.nanoTime() > end) {
                    return false;
                }
                // Again each time: a signal can be lost, and another instance may have taken over.
                signals.raise(REBUILD);
                bell.await(STANDBY);
            }
            return true;
        } finally {
            folded.close();
        }
    }

    @Override
    public void close() {
        loop.close();
        lock.close();
    }
}
