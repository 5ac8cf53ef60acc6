package org.entente.client.follow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.client.ledger.BlockDecoder;
import org.entente.client.registry.PublicState;
import org.entente.model.fold.PairFold;
import org.entente.model.ledger.Digest;

/** Following, for as long as one database connection lives. All writing is on the connection that holds the lock. */
final class FollowSession implements AutoCloseable {
    private static final Duration TURN = Duration.ofMillis(200);
    private static final int MOST_BLOCKS = 8;

    private final Connection connection;
    private final Signals signals;
    private final FollowParts parts;
    private final BlockIntake intake;
    private final BlockFeed feed;
    private final MissingLoop missing;
    private final AtomicBoolean bytesCame = new AtomicBoolean(true);
    private final AtomicBoolean rebuildAsked = new AtomicBoolean();
    private final List<Signals.Subscription> subscriptions;
    private boolean caughtUp;

    FollowSession(Connection connection, Database database, Signals signals, FollowParts parts, RandomGenerator random)
            throws SQLException {
        this.connection = connection;
        this.signals = signals;
        this.parts = parts;
        PairFolding folding = new PairFolding(
                new PairFold(parts.self(), parts.names().chaincode(), parts.signatures(), parts.rules()));
        this.intake = new BlockIntake(connection, folding, new PublicState().refresh(connection));
        NodeRow.State state = NodeRow.state(connection);
        this.caughtUp = state.caughtUp();
        BlockDecoder decoder = new BlockDecoder(parts.self(), parts.names());
        this.feed = new BlockFeed(parts.peer(), decoder, state.nextBlock(), random);
        try {
            this.missing = new MissingLoop(database, parts.peer(), decoder, signals, parts.clock(), random);
        } catch (RuntimeException | Error e) {
            // For want of a thread, for example: the next session must not find this one still reading.
            feed.close();
            throw e;
        }
        this.subscriptions = List.of(
                signals.on(Follower.BYTES, about -> bytesCame.set(true)),
                signals.on(Follower.REBUILD, about -> rebuildAsked.set(true)));
    }

    void run() throws SQLException, InterruptedException {
        rebuildIfNeeded();
        while (!Thread.currentThread().isInterrupted()) {
            List<FedBlock> blocks = feed.poll(TURN, MOST_BLOCKS);
            if (!blocks.isEmpty()) {
                Database.transaction(connection, open -> {
                    intake.take(open, blocks, parts.clock().instant());
                    return true;
                });
                signals.raise(Follower.FOLDED);
            } else {
                whenIdle();
            }
            if (bytesCame.getAndSet(false) && intake.isHeldUp() && Database.transaction(connection, intake::goOn)) {
                signals.raise(Follower.FOLDED);
            }
            if (rebuildAsked.getAndSet(false)) {
                rebuildIfNeeded();
            }
        }
    }

    private void whenIdle() throws SQLException {
        if (!caughtUp && feed.isIdle()) {
            long next = NodeRow.state(connection).nextBlock();
            Database.transaction(connection, open -> {
                NodeRow.putCheckpoint(open, next, true);
                return true;
            });
            caughtUp = true;
            signals.raise(Follower.FOLDED);
        } else if (!connection.isValid(5)) {
            throw new SQLException("the lock's connection is gone", "08006");
        }
    }

    private void rebuildIfNeeded() throws SQLException {
        NodeRow.State state = NodeRow.state(connection);
        Digest fingerprint = Fingerprint.of(parts.rules());
        boolean sameRules = state.fingerprint().filter(fingerprint::equals).isPresent();
        if (sameRules && state.rebuildsDone() >= state.rebuildsAsked()) {
            return;
        }
        Database.transaction(connection, open -> {
            intake.rebuild(open);
            NodeRow.putRebuilt(open, fingerprint, state.rebuildsAsked());
            return true;
        });
        signals.raise(Follower.FOLDED);
    }

    @Override
    public void close() {
        subscriptions.forEach(Signals.Subscription::close);
        missing.close();
        feed.close();
    }
}
