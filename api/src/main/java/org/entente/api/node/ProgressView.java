package org.entente.api.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.problem.FindingView;
import org.entente.client.finding.ShownFinding;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.Receipt;
import org.entente.model.ledger.Position;
import org.jspecify.annotations.Nullable;

/**
 * How far a statement has come.
 *
 * @param statement its id, 64 hex digits
 * @param stage how far
 * @param acceptedAt when it was stored for good
 * @param block where it stands on the ledger, once it does
 * @param transaction its transaction in the block
 * @param heldUpBy a code, where more than its turn is awaited
 * @param findings reasons and remarks
 */
public record ProgressView(
        String statement,
        Stage stage,
        Instant acceptedAt,
        @Nullable Long block,
        @Nullable Integer transaction,
        @Nullable String heldUpBy,
        List<FindingView> findings) {
    /** How far. */
    public enum Stage {
        /** Stored for good; it waits for its place in the stream. */
        ACCEPTED,
        /** It has its place, and is on its way to the ledger. */
        ORDERING,
        /** It stands on the ledger; the own fold has not passed it. */
        ORDERED,
        /** The own fold has passed it with nothing missing before it: it counts. */
        FINAL,
        /** The rules refused it. */
        REFUSED,
        /** A statement of the other side came first. */
        OVERTAKEN,
        /** It stands on the ledger in a batch that no reader counts; say it again. */
        QUARANTINED,
        /** Our software does not know its version. */
        PARKED
    }

    /**
     * Shows what was accepted just now.
     *
     * @param receipt from the outbox
     * @return its view
     */
    public static ProgressView accepted(Receipt receipt) {
        return of(new OutboxStatus(receipt, new Progress.Waiting(Optional.empty())));
    }

    /**
     * Shows a status.
     *
     * @param status from the outbox
     * @return its view
     */
    public static ProgressView of(OutboxStatus status) {
        return switch (status.progress()) {
            case Progress.Waiting waiting ->
                of(status, Stage.ACCEPTED, null, waiting.heldUpBy().orElse(null), List.of());
            case Progress.InBatch inBatch -> of(status, Stage.ORDERING, null, null, List.of());
            case Progress.Committed committed ->
                of(status, Stage.ORDERED, new Position(committed.block(), 0, 0), null, List.of());
            case Progress.Final done -> of(status, stage(done), done.at(), null, done.findings());
            case Progress.Refused refused -> of(status, Stage.REFUSED, null, null, refused.findings());
            case Progress.Overtaken overtaken -> of(status, Stage.OVERTAKEN, null, null, overtaken.findings());
            case Progress.Quarantined quarantined ->
                of(status, Stage.QUARANTINED, new Position(quarantined.block(), 0, 0), null, quarantined.findings());
        };
    }

    private static Stage stage(Progress.Final done) {
        return switch (done.standing()) {
            case STANDS, REPEATED -> Stage.FINAL;
            case OVERTAKEN -> Stage.OVERTAKEN;
            case REFUSED -> Stage.REFUSED;
            case PARKED -> Stage.PARKED;
        };
    }

    private static ProgressView of(
            OutboxStatus status,
            Stage stage,
            @Nullable Position at,
            @Nullable String heldUpBy,
            List<ShownFinding> findings) {
        return new ProgressView(
                status.receipt().id().hex(),
                stage,
                status.receipt().acceptedAt(),
                at == null ? null : at.block(),
                at == null || status.progress() instanceof Progress.Committed ? null : at.transaction(),
                heldUpBy,
                findings.stream().map(FindingView::of).toList());
    }
}
