package org.entente.api.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.certs.credential.status.StatusList;

/**
 * A partner's status list that was proven when it was fetched. It is proven again at each check: its key may have been
 * withdrawn since.
 *
 * @param secured a vc+jwt in ASCII, or JSON with a proof; must not be changed
 * @param validFrom of which moment its information is
 * @param validUntil last moment at which it may be relied on, if its issuer says so
 * @param retrievedAt when it was fetched
 * @param freshUntil after which moment a newer one should be asked for
 */
public record KeptList(
        byte[] secured, Instant validFrom, Optional<Instant> validUntil, Instant retrievedAt, Instant freshUntil) {
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** A list as it came; its time to live counts within limits (Bitstring Status List 1.0, 2.2). */
    static KeptList of(byte[] secured, StatusList list, Instant now) {
        Duration ttl = list.ttl().orElse(USUAL);
        Duration fresh = ttl.compareTo(SHORTEST) < 0 ? SHORTEST : ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl;
        return new KeptList(secured, list.validFrom(), list.validUntil(), now, now.plus(fresh));
    }

    /** Whether there is no need for a newer one. */
    boolean isFresh(Instant now) {
        return now.isBefore(freshUntil) && mayServe(now);
    }

    /** Whether a newer one should be asked for, so that it is there when this one is no longer fresh. */
    boolean isHalfSpent(Instant now) {
        return now.isAfter(
                retrievedAt.plus(Duration.between(retrievedAt, freshUntil).dividedBy(2)));
    }

    /** Whether it may still be relied on, as far as its own end says. */
    boolean mayServe(Instant now) {
        return validUntil.filter(now::isAfter).isEmpty();
    }
}
