package org.entente.client.show;

import java.time.Instant;
import java.util.List;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;

/**
 * What is worth an alarm, counted in one snapshot. Nothing in it is private: codes, members, collections, counts and times.
 *
 * @param followed how far the ledger was followed
 * @param caughtUp whether its end, as the peer told it, was reached since the database was made
 * @param waiting own statements that the ledger has not acknowledged; no entry where none waits
 * @param troubles what holds own streams up right now
 * @param folded how far each stream is folded
 * @param missing hashes whose bytes have not arrived; no entry where nothing is missing
 * @param quarantined values that failed a check; no entry where there is none
 * @param withoutEffect statements that stand on the ledger without effect; no entry where there is none
 * @param incidents what was odd in blocks; no entry where nothing was
 */
public record Vitals(
        Followed followed,
        boolean caughtUp,
        List<Waiting> waiting,
        List<Trouble> troubles,
        List<Folded> folded,
        List<Missing> missing,
        List<Quarantined> quarantined,
        List<WithoutEffect> withoutEffect,
        List<Incidents> incidents) {
    /** Keeps unmodifiable copies. */
    public Vitals {
        waiting = List.copyOf(waiting);
        troubles = List.copyOf(troubles);
        folded = List.copyOf(folded);
        missing = List.copyOf(missing);
        quarantined = List.copyOf(quarantined);
        withoutEffect = List.copyOf(withoutEffect);
        incidents = List.copyOf(incidents);
    }

    /**
     * Own statements to one audience that were accepted and of which the ledger has not said that they stand.
     *
     * @param audience to whom
     * @param statements how many, those on their way included
     * @param oldest when the first of them was accepted
     */
    public record Waiting(MemberId audience, long statements, Instant oldest) {}

    /**
     * What holds an own stream up.
     *
     * @param audience whom it addresses
     * @param code of the error catalogue
     * @param since when it began
     */
    public record Trouble(MemberId audience, String code, Instant since) {}

    /**
     * How far a stream is folded.
     *
     * @param stream author and audience
     * @param sequence of the last statement
     */
    public record Folded(StreamId stream, long sequence) {}

    /**
     * Hashes without bytes.
     *
     * @param collection where they stand
     * @param values how many
     * @param oldest when the first was found missing
     */
    public record Missing(String collection, long values, Instant oldest) {}

    /**
     * Values that failed a check.
     *
     * @param collection where they stand
     * @param values how many
     */
    public record Quarantined(String collection, long values) {}

    /**
     * Statements without effect.
     *
     * @param stream author and audience
     * @param standing how they stand; never {@link Standing#STANDS}
     * @param statements how many
     */
    public record WithoutEffect(StreamId stream, Standing standing, long statements) {}

    /**
     * What was odd.
     *
     * @param code of the error catalogue
     * @param times how often
     * @param last when it was seen last
     */
    public record Incidents(String code, long times, Instant last) {}
}
