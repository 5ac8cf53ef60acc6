package org.entente.client.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.client.dispatch.BatchTables.Unresolved;
import org.entente.client.ledger.EndorseOutcome;
import org.entente.client.outbox.Outbox;
import org.entente.client.registry.PublicState;
import org.entente.client.running.Backoff;
import org.entente.client.running.Bell;
import org.entente.model.fold.Said;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.StreamId;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementCode;

/** Dispatches one stream on one connection, which holds the stream's lock. Not thread-safe. */
final class StreamDispatcher {
    private static final Duration CONFLICT_WAIT = Duration.ofMillis(20);
    private static final Duration TROUBLE_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Connection connection;
    private final StreamId stream;
    private final DispatchParts parts;
    private final Signals signals;
    private final PublicState publicState = new PublicState();
    private final Backoff conflicts;
    private final Backoff troubles;
    private final RandomGenerator random;
    private Optional<MemberKeys> audienceKeys = Optional.empty();

    StreamDispatcher(
            Connection connection, StreamId stream, DispatchParts parts, Signals signals, RandomGenerator random) {
        this.connection = connection;
        this.stream = stream;
        this.parts = parts;
        this.signals = signals;
        this.random = random;
        this.conflicts = new Backoff(CONFLICT_WAIT, LONGEST_WAIT, random);
        this.troubles = new Backoff(TROUBLE_WAIT, LONGEST_WAIT, random);
    }

    /** One batch, or the rest of one; returns when to look again. */
    Pace round() throws SQLException, InterruptedException {
        Optional<Unresolved> unresolved = inTransaction(BatchTables::unresolved);
        if (unresolved.isPresent()) {
            return settle(unresolved.get());
        }
        if (!parts.settings().linger().isZero()) {
            Bell.pause(parts.settings().linger());
        }
        MemberRegistry registry = publicState.refresh(connection);
        releaseHeld(registry);
        StreamView view = view();
        if (view.waiting().isEmpty()) {
            return Pace.idle();
        }
        Optional<DispatchCode> obstacle = obstacle(view, registry);
        if (obstacle.isPresent() || audienceKeys.isEmpty()) {
            DispatchCode code = obstacle.orElse(DispatchCode.AUDIENCE_NOT_ADMITTED);
            return trouble(code.name(), code.title());
        }
        return dispatch(view, audienceKeys.get(), registry);
    }

    private StreamView view() throws SQLException {
        return Database.transaction(connection, open -> {
            // One snapshot: the fold that takes over a statement and the state without it must not be seen together.
            try (Statement snapshot = open.createStatement()) {
                snapshot.execute("set transaction isolation level repeatable read, read only");
            }
            return new StreamTables(open, stream).view(parts.settings().maxStatements());
        });
    }

    /** What the audience reads may have changed: what was held up is looked at again, once for each of its records. */
    private void releaseHeld(MemberRegistry registry) throws SQLException {
        Optional<MemberKeys> keys = registry.keys(stream.audience(), Said.BEFORE_ORDERING);
        if (keys.isPresent() && !keys.equals(audienceKeys)) {
            inTransaction(tables -> {
                tables.lookAgain();
                return true;
            });
        }
        audienceKeys = keys;
    }

    private Optional<DispatchCode> obstacle(StreamView view, MemberRegistry registry) {
        if (!view.caughtUp()) {
            return Optional.of(DispatchCode.LEDGER_NOT_FOLLOWED);
        }
        if (!registry.isAdmitted(stream.author(), Said.BEFORE_ORDERING)) {
            return Optional.of(DispatchCode.AUTHOR_NOT_ADMITTED);
        }
        if (ownKey(registry).isEmpty()) {
            return Optional.of(DispatchCode.SIGNING_KEY_NOT_PUBLISHED);
        }
        return registry.isAdmitted(stream.audience(), Said.BEFORE_ORDERING)
                ? Optional.empty()
                : Optional.of(DispatchCode.AUDIENCE_NOT_ADMITTED);
    }

    private Optional<VerificationKey> ownKey(MemberRegistry registry) {
        return registry.keys(stream.author(), Said.BEFORE_ORDERING)
                .flatMap(keys -> keys.key(parts.signer().keyId()))
                .filter(key -> key.serves(KeyPurpose.STATEMENT) && key.covers(now()));
    }

    private Pace dispatch(StreamView view, MemberKeys keys, MemberRegistry registry)
            throws SQLException, InterruptedException {
        BatchChoice choice = new BatchChoice(parts.rules(), keys, parts.settings(), now(), view).choose();
        if (!choice.verdicts().isEmpty()) {
            inTransaction(tables -> {
                tables.record(choice.verdicts());
                return true;
            });
            signals.raise(Outbox.SETTLED);
        }
        List<WaitingRow> chosen = choice.chosen();
        if (chosen.isEmpty()) {
            return Pace.atOnce();
        }
        Batch batch =
                Batch.seal(view.head(), chosen.stream().map(WaitingRow::draft).toList(), parts.signer());
        byte[] published = ownKey(registry).map(VerificationKey::spki).orElse(new byte[0]);
        if (!parts.signatures().verifies(published, batch.header().bytes(), batch.signature())) {
            return trouble(DispatchCode.SIGNING_KEY_DIFFERS.name(), DispatchCode.SIGNING_KEY_DIFFERS.title());
        }
        return send(batch, chosen);
    }

    private Pace send(Batch batch, List<WaitingRow> chosen) throws SQLException, InterruptedException {
        return switch (parts.transactions().endorse(batch)) {
            case EndorseOutcome.Endorsed(var envelope) ->
                settle(inTransaction(tables -> tables.prepare(batch, chosen, envelope, now())));
            case EndorseOutcome.Refused(String code, String detail)
            when code.equals(StatementCode.STREAM_HEAD_MISMATCH.name()) -> {
                // Another writer came first; the follower will bring the new head.
                note(code, detail);
                yield Pace.after(conflicts.afterFailure());
            }
            case EndorseOutcome.Refused(String code, String detail) -> trouble(code, detail);
            case EndorseOutcome.NoAnswer(String code) -> trouble(code, DispatchCode.PEER_NO_ANSWER.title());
        };
    }

    private Pace settle(Unresolved batch) throws SQLException, InterruptedException {
        return switch (new Resolution(connection, stream, parts, random).resolve(batch)) {
            case Resolution.Known.OnLedger(long block) -> {
                inTransaction(tables -> {
                    tables.committed(batch.id(), block, now());
                    return true;
                });
                conflicts.reset();
                troubles.reset();
                yield Pace.atOnce();
            }
            case Resolution.Known.NotOnLedger(String code, boolean conflict) -> {
                inTransaction(tables -> {
                    tables.released(batch.id(), code, now());
                    return true;
                });
                note(code, "the batch is not on the ledger; its statements wait again");
                yield Pace.after(conflict ? conflicts.afterFailure() : troubles.afterFailure());
            }
        };
    }

    private Pace trouble(String code, String detail) throws SQLException {
        note(code, detail);
        return Pace.after(troubles.afterFailure());
    }

    private void note(String code, String detail) throws SQLException {
        inTransaction(tables -> {
            tables.trouble(code, detail, now());
            return true;
        });
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private interface TableWork<T> {
        T on(BatchTables tables) throws SQLException;
    }

    private <T> T inTransaction(TableWork<T> work) throws SQLException {
        return Database.transaction(connection, open -> work.on(new BatchTables(open, stream)));
    }
}
