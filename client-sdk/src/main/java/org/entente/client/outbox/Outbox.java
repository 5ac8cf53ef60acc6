package org.entente.client.outbox;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseFailure;
import org.entente.client.database.Signals;
import org.entente.model.finding.Checked;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;

/**
 * What this member wants to say. A request that was accepted is in the database: it will reach the ledger or be shown with
 * the reason why not, whatever is killed when. Safe for use by many threads and by many instances at once.
 */
public final class Outbox implements AutoCloseable {
    /** Raised about an audience when a statement waits for it. */
    public static final String WAITING = "waiting";

    /** Raised when the rules settled a request before it was numbered. */
    public static final String SETTLED = "settled";

    private final Database database;
    private final Signals signals;
    private final MemberId self;
    private final DraftMaking drafts;
    private final OutboxWriter writer;
    private final Waiters waiters;
    private final List<Signals.Subscription> subscriptions;

    /**
     * Opens the outbox.
     *
     * @param database the member's database
     * @param signals between instances
     * @param self the member
     * @param ids makes statement ids
     * @param clock this member's clock
     * @param random for salts
     * @param news topics on which something may have been settled, beside {@link #SETTLED}
     */
    public Outbox(
            Database database,
            Signals signals,
            MemberId self,
            StatementIds ids,
            InstantSource clock,
            SecureRandom random,
            String news) {
        this.database = database;
        this.signals = signals;
        this.self = self;
        this.drafts = new DraftMaking(self, ids, random);
        this.writer = new OutboxWriter(database, signals, self, clock, random);
        this.waiters = new Waiters(database, self, random);
        this.subscriptions =
                List.of(signals.on(SETTLED, about -> waiters.news()), signals.on(news, about -> waiters.news()));
    }

    /**
     * Accepts a request once and for all: key and statement are stored in one transaction, or nothing is.
     *
     * @param request what to say
     * @return accepted, repeated or refused; on return it is stored
     * @throws DatabaseFailure if it is not known whether it was stored; make the same request again
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance accept(StatementRequest request) throws InterruptedException {
        try {
            return acceptAsync(request).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    /**
     * Like {@link #accept} without waiting for the database; only for room in the queue.
     *
     * @param request what to say
     * @return answered once it is stored
     * @throws InterruptedException if the waiting thread is asked to end
     */
    public CompletableFuture<Acceptance> acceptAsync(StatementRequest request) throws InterruptedException {
        return switch (drafts.make(request)) {
            case Checked.Rejected<DraftMaking.Ready>(var findings) ->
                CompletableFuture.completedFuture(new Acceptance.Invalid(findings));
            case Checked.Accepted<DraftMaking.Ready>(var ready, var remarks) -> writer.store(request, ready);
        };
    }

    /**
     * Like {@link #accept} in the caller's own transaction, so that what the application notes beside the statement is
     * stored with it or not at all. Nothing has been accepted before that transaction commits; then call
     * {@link #announce}.
     *
     * @param connection to the member's database, with auto-commit off
     * @param request what to say
     * @return accepted, repeated or refused, if the transaction commits
     * @throws SQLException if the database fails; the caller rolls back
     */
    public Acceptance acceptIn(Connection connection, StatementRequest request) throws SQLException {
        return switch (drafts.make(request)) {
            case Checked.Rejected<DraftMaking.Ready>(var findings) -> new Acceptance.Invalid(findings);
            case Checked.Accepted<DraftMaking.Ready>(var ready, var remarks) ->
                writer.storeIn(connection, request, ready);
        };
    }

    /**
     * Tells the dispatchers that something waits, after the transaction of {@link #acceptIn} has committed. If the
     * process ends in between, the dispatchers find it a little later by themselves.
     *
     * @param audience to whom it is addressed
     */
    public void announce(MemberId audience) {
        signals.raise(WAITING, audience.value());
    }

    /**
     * The draft that a request would become, without storing anything: for judging it beforehand.
     *
     * @param request what one would say
     * @return the draft, or every reason why readers would refuse it
     */
    public Checked<StatementDraft> draft(StatementRequest request) {
        return switch (drafts.make(request)) {
            case Checked.Rejected<DraftMaking.Ready>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<DraftMaking.Ready>(var ready, var remarks) ->
                new Checked.Accepted<>(ready.draft(), remarks);
        };
    }

    /**
     * How far a request has come.
     *
     * @param id from its receipt
     * @return its status, if there is such a request
     */
    public Optional<OutboxStatus> status(StatementId id) {
        return Optional.ofNullable(status(List.of(id)).get(id));
    }

    /**
     * How far several requests have come.
     *
     * @param ids from their receipts
     * @return the status of those that exist
     */
    public Map<StatementId, OutboxStatus> status(List<StatementId> ids) {
        return database.transaction(connection -> ProgressTable.read(connection, self, ids));
    }

    /**
     * Own statements about a subject that are on their way and not settled.
     *
     * @param audience to whom
     * @param subject about what
     * @return in the order in which they were accepted
     */
    public List<OutboxStatus> open(MemberId audience, String subject) {
        return open(audience, List.of(subject)).getOrDefault(subject, List.of());
    }

    /**
     * Own statements about many subjects that are on their way and not settled, in as many questions as about one.
     *
     * @param audience to whom
     * @param subjects about what
     * @return by subject, in the order in which they were accepted; without the subjects that have none
     */
    public Map<String, List<OutboxStatus>> open(MemberId audience, Collection<String> subjects) {
        return database.transaction(connection -> {
            Map<StatementId, String> ids = OpenTable.ids(connection, self, audience, subjects);
            Map<StatementId, OutboxStatus> found =
                    ids.isEmpty() ? Map.of() : ProgressTable.read(connection, self, List.copyOf(ids.keySet()));
            return ids.keySet().stream()
                    .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                    .filter(status -> !status.progress().isSettled())
                    .collect(Collectors.groupingBy(status -> java.util.Objects.requireNonNull(
                            ids.get(status.receipt().id()))));
        });
    }

    /**
     * Waits until a request is settled: final, refused, overtaken or quarantined.
     *
     * @param id from its receipt
     * @param longest how long at most
     * @return its status then; an unsettled one if the time was over first; empty if there is no such request
     * @throws InterruptedException if the waiting thread is asked to end
     */
    public Optional<OutboxStatus> awaitFinal(StatementId id, Duration longest) throws InterruptedException {
        Optional<OutboxStatus> settled = waiters.await(id, longest);
        return settled.isPresent() ? settled : status(id);
    }

    @Override
    public void close() {
        subscriptions.forEach(Signals.Subscription::close);
        writer.close();
        waiters.close();
    }
}
