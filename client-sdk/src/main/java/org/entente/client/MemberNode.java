package org.entente.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.client.dispatch.DispatchParts;
import org.entente.client.dispatch.Dispatcher;
import org.entente.client.evidence.EvidenceExport;
import org.entente.client.follow.FollowParts;
import org.entente.client.follow.Follower;
import org.entente.client.follow.LateBytes;
import org.entente.client.follow.NodeRow;
import org.entente.client.ledger.Peer;
import org.entente.client.outbox.Outbox;
import org.entente.client.outbox.StatementIds;
import org.entente.client.redelivery.Redelivery;
import org.entente.client.running.Failures;
import org.entente.client.show.FoldedState;
import org.entente.client.show.Shown;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance of a member: accepts statements, dispatches them, follows the ledger, folds, and answers what
 * stands. Any number of instances of a member may run on its one database; for each stream one of them dispatches, and
 * one of them follows. It may be killed at any moment: what was acknowledged is neither lost nor doubled.
 *
 * <pre>{@code
 * try (MemberNode node = MemberNode.start(config)) {
 *     Acceptance answer = node.outbox().accept(request);
 *     ...
 * }
 * }</pre>
 */
public final class MemberNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemberNode.class);

    private final MemberNodeConfig config;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Database database;
    private final Signals signals;
    private final Outbox outbox;
    private final Follower follower;

    private MemberNode(MemberNodeConfig config) {
        this.config = config;
        try {
            this.database = opened(Database.open(config.database()));
            MemberId self = config.identity().member();
            if (!database.transaction(connection -> NodeRow.claim(connection, self, config.names()))) {
                throw new IllegalStateException("the database belongs to another member or network");
            }
            String channel = "entente_" + self.value().toLowerCase(Locale.ROOT);
            this.signals = opened(new Signals(database, channel, config.random()));
            Peer peer = opened(Peer.connect(
                    config.peer(), config.identity(), config.names(), config.deadlines(), config.interceptors()));
            this.outbox = opened(new Outbox(
                    database,
                    signals,
                    self,
                    new StatementIds(config.idSecret()),
                    config.clock(),
                    config.random(),
                    Follower.FOLDED));
            this.follower = opened(new Follower(
                    database,
                    signals,
                    new FollowParts(self, config.names(), peer, config.signatures(), config.rules(), config.clock()),
                    config.random()));
            config.redelivery()
                    .ifPresent(settings ->
                            opened(new Redelivery(database, signals, self, settings, config.clock(), config.random())));
            opened(new Dispatcher(
                    database,
                    signals,
                    new DispatchParts(
                            self,
                            peer.transactions(),
                            config.deadlines(),
                            config.signer(),
                            config.signatures(),
                            config.rules(),
                            config.dispatch(),
                            config.clock()),
                    config.random()));
        } catch (RuntimeException | Error e) {
            // Whoever is told that it did not start has nothing to close.
            close();
            throw e;
        }
    }

    /**
     * Brings the database's schema up to date and starts.
     *
     * @param config everything it needs
     * @return the running node; the peer need not be there yet
     * @throws IllegalStateException if the database belongs to another member or network
     * @throws org.entente.client.database.DatabaseFailure if the database cannot be opened; nothing is left open
     */
    public static MemberNode start(MemberNodeConfig config) {
        return new MemberNode(config);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Whose node it is.
     *
     * @return the member
     */
    public MemberId self() {
        return config.identity().member();
    }

    /**
     * What time it is for this member.
     *
     * @return the clock that the node was started with
     */
    public InstantSource clock() {
        return config.clock();
    }

    /**
     * What the member wants to say.
     *
     * @return the outbox
     */
    public Outbox outbox() {
        return outbox;
    }

    /**
     * What stands, by subject.
     *
     * @return the folded state
     */
    public FoldedState state() {
        return new FoldedState(database, self(), config.rules());
    }

    /**
     * What people look at: streams, missing bytes, quarantine, refusals, incidents.
     *
     * @return the lists
     */
    public Shown shown() {
        return new Shown(database, self());
    }

    /**
     * Evidence of what stands, for whoever has to be shown.
     *
     * @return makes evidence files, signed with this member's key
     */
    public EvidenceExport evidence() {
        return new EvidenceExport(database, self(), config.signer(), config.clock());
    }

    /**
     * Wipes the folded state and folds it again from the evidence.
     *
     * @param longest how long to wait for it
     * @return whether it was done in that time; if not, it is done later
     * @throws InterruptedException if the waiting thread is asked to end
     */
    public boolean rebuild(Duration longest) throws InterruptedException {
        return follower.rebuild(longest);
    }

    /**
     * Takes in private bytes that were missing, from whoever has them.
     *
     * @param stream the stream in which they are missing
     * @param bytes they count exactly if the ledger's hash of a missing value is theirs
     * @return whether anything had been waiting for them
     */
    public boolean supply(StreamId stream, byte[] bytes) {
        boolean stored = database.transaction(connection -> LateBytes.store(
                connection, Set.of(stream.collection()), bytes, config.clock().instant()));
        if (stored) {
            signals.raise(Follower.BYTES);
        }
        return stored;
    }

    /**
     * One digest over everything folded, the same for the same statements whichever way they came.
     *
     * @return SHA-256 of the canonical dump
     */
    public Digest stateDigest() {
        return state().digest(Optional.empty());
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The others are closed all the same.
                LOG.warn("closing: {}", Failures.kindOf(e));
            }
        }
    }
}
