package org.entente.api.node;

import java.util.Optional;
import org.entente.client.outbox.Progress;

/** What became of an own statement, once and for all. */
public final class Outcome {
    private Outcome() {}

    /**
     * Whether a statement counts.
     *
     * @param progress how far it has come
     * @return true if it stands; false if the rules, the other side or the readers took its effect; empty while nobody
     *     can say
     */
    public static Optional<Boolean> stands(Progress progress) {
        return switch (progress) {
            case Progress.Final done ->
                switch (done.standing()) {
                    case STANDS, REPEATED -> Optional.of(true);
                    case OVERTAKEN, REFUSED -> Optional.of(false);
                    case PARKED -> Optional.empty();
                };
            case Progress.Refused refused -> Optional.of(false);
            case Progress.Overtaken overtaken -> Optional.of(false);
            case Progress.Quarantined quarantined -> Optional.of(false);
            case Progress.Waiting waiting -> Optional.empty();
            case Progress.InBatch inBatch -> Optional.empty();
            case Progress.Committed committed -> Optional.empty();
        };
    }
}
