package org.entente.client.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.dispatch.BatchTables.Attempt;
import org.entente.client.dispatch.BatchTables.Unresolved;
import org.entente.client.ledger.CommitOutcome;
import org.entente.client.ledger.EndorseOutcome;
import org.entente.client.ledger.SubmitOutcome;
import org.entente.client.running.Backoff;
import org.entente.client.running.Bell;
import org.entente.model.finding.Checked;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;

/**
 * Finds out what became of a batch, however long it takes. The same signed envelope is submitted until the ledger has
 * judged it: the ledger takes one transaction id once. Only an envelope that nobody takes any more is replaced by a new
 * one for the same batch, which the same reading of {@code head} keeps from standing beside the first.
 */
final class Resolution {
    /** What is known in the end. */
    sealed interface Known {
        /** It stands on the ledger. */
        record OnLedger(long block) implements Known {}

        /** It definitely does not; its number is free. */
        record NotOnLedger(String code, boolean conflict) implements Known {}
    }

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Fabric accepts a client's timestamp for a quarter of an hour; before that ends a new envelope is due. */
    private static final Duration ENVELOPE_LIFE = Duration.ofMinutes(10);

    private final Connection connection;
    private final StreamId stream;
    private final DispatchParts parts;
    private final Backoff backoff;

    Resolution(Connection connection, StreamId stream, DispatchParts parts, RandomGenerator random) {
        this.connection = connection;
        this.stream = stream;
        this.parts = parts;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    }

    Known resolve(Unresolved unresolved) throws SQLException, InterruptedException {
        Unresolved batch = unresolved;
        while (true) {
            Optional<Known> seen = seenByFollower(batch);
            if (seen.isPresent()) {
                return seen.get();
            }
            Attempt latest = batch.attempts().getLast();
            SubmitOutcome submitted = parts.transactions().submit(latest.envelope());
            boolean taken = submitted instanceof SubmitOutcome.Taken;
            CommitOutcome outcome = parts.transactions()
                    .outcome(
                            latest.envelope().transactionId(),
                            taken ? parts.deadlines().commit() : shortWait());
            switch (outcome) {
                case CommitOutcome.Committed(long block) -> {
                    return new Known.OnLedger(block);
                }
                case CommitOutcome.Invalid invalid -> {
                    if (batch.attempts().size() == 1 || isLost(batch)) {
                        return new Known.NotOnLedger(invalid.code(), invalid.conflict());
                    }
                    note(invalid.code());
                }
                case CommitOutcome.Unknown(String code) -> {
                    note(submitted instanceof SubmitOutcome.Unknown(String said) ? said : code);
                    if (submitted instanceof SubmitOutcome.NotAcceptable || isOld(latest)) {
                        batch = endorseAgain(batch);
                    }
                }
            }
            Bell.pause(backoff.afterFailure());
        }
    }

    /** What the own follower knows: it met the batch, or passed the batch's number without having met it. */
    private Optional<Known> seenByFollower(Unresolved batch) throws SQLException {
        return Database.transaction(connection, open -> {
            long folded = new StreamTables(open, stream).foldedHead().sequence();
            OptionalLong block = new BatchTables(open, stream).blockOf(batch.keyHash());
            if (block.isPresent()) {
                return Optional.of(new Known.OnLedger(block.getAsLong()));
            }
            return folded >= batch.firstSequence()
                    ? Optional.of(new Known.NotOnLedger("STREAM_HEAD_MISMATCH", true))
                    : Optional.empty();
        });
    }

    private Duration shortWait() {
        return SHORT.compareTo(parts.deadlines().commit()) < 0
                ? SHORT
                : parts.deadlines().commit();
    }

    private boolean isOld(Attempt attempt) {
        Instant now = parts.clock().instant();
        return attempt.madeAt().plus(ENVELOPE_LIFE).isBefore(now);
    }

    /** Another envelope for the same bytes; refused where the head has moved, and then the follower will tell. */
    private Unresolved endorseAgain(Unresolved batch) throws SQLException {
        switch (parts.transactions().endorse(parsed(batch))) {
            case EndorseOutcome.Endorsed(var envelope) ->
                inTransaction(tables -> {
                    tables.addAttempt(batch.id(), envelope, parts.clock().instant());
                    return true;
                });
            case EndorseOutcome.Refused(String code, String detail) -> note(code);
            case EndorseOutcome.NoAnswer(String code) -> note(code);
        }
        return inTransaction(BatchTables::unresolved).orElseThrow();
    }

    private static Batch parsed(Unresolved batch) {
        return switch (Batch.parse(batch.bytes())) {
            case Checked.Accepted<Batch>(var whole, var remarks) -> whole;
            case Checked.Rejected<Batch>(var findings) -> throw new IllegalStateException("a stored batch is damaged");
        };
    }

    /** Whether none of several envelopes can stand on the ledger any more. */
    private boolean isLost(Unresolved batch) {
        return batch.attempts().stream()
                .map(attempt -> parts.transactions().outcome(attempt.envelope().transactionId(), shortWait()))
                .allMatch(CommitOutcome.Invalid.class::isInstance);
    }

    private void note(String code) throws SQLException {
        inTransaction(tables -> {
            tables.trouble(
                    code,
                    "the outcome of a batch is being asked for",
                    parts.clock().instant());
            return true;
        });
    }

    private interface TableWork<T> {
        T on(BatchTables tables) throws SQLException;
    }

    private <T> T inTransaction(TableWork<T> work) throws SQLException {
        return Database.transaction(connection, open -> work.on(new BatchTables(open, stream)));
    }
}
