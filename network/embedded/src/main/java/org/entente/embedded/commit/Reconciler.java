package org.entente.embedded.commit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Peers;
import org.entente.embedded.privacy.ExpectedWrite;
import org.entente.embedded.privacy.PrivateWrite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings late private data to peers that were away, from their own transient store or from another member's disk. */
public final class Reconciler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Committer committer;
    private final Peers peers;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("entente-reconciler").factory());

    /**
     * Starts looking for late data.
     *
     * @param committer takes it
     * @param peers who may have it
     * @param interval between two rounds
     */
    public Reconciler(Committer committer, Peers peers, Duration interval) {
        this.committer = committer;
        this.peers = peers;
        var ignored = rounds.scheduleWithFixedDelay(
                this::round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            for (Peer peer : peers.up()) {
                for (ExpectedWrite expected : committer.missing().wanted(peer.member())) {
                    find(peer, expected).ifPresent(write -> committer.addLate(peer, expected, write));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("late private data could not be written; the next round tries again", e);
        }
    }

    private Optional<PrivateWrite> find(Peer peer, ExpectedWrite expected) {
        return peer.transients()
                .find(expected)
                .map(set -> Committer.write(expected, set))
                .or(() -> peers.up().stream()
                        .flatMap(other -> other.privateLog().find(expected.ref()).stream())
                        .findFirst());
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
