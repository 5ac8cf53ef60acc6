package org.entente.client.redelivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.client.follow.Follower;
import org.entente.client.follow.LateBytes;
import org.entente.client.running.Backoff;
import org.entente.client.running.Loop;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;

/**
 * Asks one partner for what is missing between the two, one value at a time, the oldest first: the fold waits for that. A
 * value that the partner does not hold is asked for less and less often; a partner that fails, or sends what is none of
 * it, is left alone ever longer, whatever is missing. No partner keeps the others waiting.
 */
final class AskLoop implements AutoCloseable {
    private static final Duration ASLEEP = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Signals signals;
    private final MemberId partner;
    private final Set<String> collections;
    private final MissingTable missing;
    private final PartnerClient client;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Duration delay;
    private final Backoff pauses;
    private final Loop loop;

    AskLoop(
            Database database,
            Signals signals,
            StreamId between,
            PartnerClient client,
            Refusals refusals,
            InstantSource clock,
            RedeliverySettings.Patience patience,
            RandomGenerator random) {
        this.database = database;
        this.signals = signals;
        this.partner = between.audience();
        this.collections = Set.of(between.collection(), between.reversed().collection());
        this.missing = new MissingTable(between);
        this.client = client;
        this.refusals = refusals;
        this.clock = clock;
        this.delay = patience.delay();
        this.pauses = new Backoff(FIRST_PAUSE, patience.longestPause(), random);
        this.loop = new Loop("entente ask " + partner, this::ask, random);
    }

    private Duration ask() throws InterruptedException {
        Instant before = clock.instant().minus(delay);
        Optional<MissingTable.Due> due = database.transaction(connection -> missing.claim(connection, before));
        if (due.isEmpty()) {
            return ASLEEP;
        }
        Answer answer = client.ask(due.get().valueHash());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return switch (answer) {
            case Answer.Delivered(var bytes) -> take(due.get(), bytes);
            case Answer.None(var code) -> none(due.get(), code);
        };
    }

    private Duration take(MissingTable.Due due, byte[] bytes) {
        if (!Digest.of(bytes).equals(due.valueHash())) {
            return none(due, RedeliveryCode.REDELIVERY_BYTES_DIFFER);
        }
        // Not there any more: the own peer was faster.
        if (database.transaction(connection -> LateBytes.store(connection, collections, bytes, clock.instant()))) {
            signals.raise(Follower.BYTES);
        }
        pauses.reset();
        return Duration.ZERO;
    }

    private Duration none(MissingTable.Due due, RedeliveryCode code) {
        refusals.note(code, partner.value());
        boolean notHeld = code == RedeliveryCode.REDELIVERY_NOT_HELD;
        boolean ofValue = notHeld
                || code == RedeliveryCode.REDELIVERY_BYTES_DIFFER
                || code == RedeliveryCode.REDELIVERY_TOO_LARGE;
        database.transaction(connection -> MissingTable.note(connection, due, code, clock.instant(), ofValue));
        if (notHeld) {
            pauses.reset();
            return Duration.ZERO;
        }
        return pauses.afterFailure();
    }

    @Override
    public void close() {
        loop.close();
        client.close();
    }
}
