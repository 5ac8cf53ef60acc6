package org.entente.client.stage;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.member.MemberId;

/** Requests for tests. */
public final class Requests {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Instant WHEN = Instant.parse("2026-05-03T00:00:00Z");

    private Requests() {}

    /** Raises a tally, under a key of its own. */
    public static StatementRequest raise(MemberId audience, String subject, long amount) {
        return raise("key " + NUMBER.incrementAndGet(), audience, subject, amount);
    }

    /** Raises a tally. */
    public static StatementRequest raise(String key, MemberId audience, String subject, long amount) {
        return new StatementRequest(
                "tester",
                "POST /tallies",
                key,
                audience,
                TallyRules.RAISED,
                subject,
                WHEN,
                "officer-1",
                TallyRules.body(amount));
    }
}
