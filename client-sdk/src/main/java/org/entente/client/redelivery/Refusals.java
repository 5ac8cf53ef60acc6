package org.entente.client.redelivery;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of what is refused, each kind once a minute: a flood of requests is no flood of lines. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long AGAIN = Duration.ofMinutes(1).toNanos();

    private final String where;
    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(long since, long untold) {}

    Refusals(String where) {
        this.where = where;
    }

    /** Notes one; {@code whose} is a member's code or words of our own, never the other side's. */
    void note(RedeliveryCode code, String whose) {
        long now = System.nanoTime();
        counts.compute(code + " " + whose, (key, before) -> {
            if (before != null && now - before.since < AGAIN) {
                return new Count(before.since, before.untold + 1);
            }
            long more = before == null ? 0 : before.untold;
            LOG.warn(
                    "{}: {} ({}){}",
                    where,
                    code,
                    whose,
                    more == 0 ? "" : ", and " + more + " more since the last line");
            return new Count(now, 0);
        });
    }
}
