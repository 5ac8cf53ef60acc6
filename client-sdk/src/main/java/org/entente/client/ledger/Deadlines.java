package org.entente.client.ledger;

import java.time.Duration;

/**
 * How long each call to the peer may take. None is endless: a call whose answer is lost must end to be asked again.
 *
 * @param evaluate a query
 * @param endorse a simulation by the own peer
 * @param submit until the ordering service has taken an envelope
 * @param commit until a transaction stands in a block
 */
public record Deadlines(Duration evaluate, Duration endorse, Duration submit, Duration commit) {
    /** Those of the Fabric gateway's own documentation. */
    public static final Deadlines STANDARD =
            new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(60));

    /** Refuses a deadline that is not positive with {@link IllegalArgumentException}. */
    public Deadlines {
        for (Duration each : new Duration[] {evaluate, endorse, submit, commit}) {
            if (each.isNegative() || each.isZero()) {
                throw new IllegalArgumentException("a deadline is positive");
            }
        }
    }
}
