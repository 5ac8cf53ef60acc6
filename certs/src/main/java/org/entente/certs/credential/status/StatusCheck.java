package org.entente.certs.credential.status;

import java.time.Duration;
import java.time.Instant;

/**
 * Looks a certificate up in a list (3.2, without the retrieval and proof of the list, which come before).
 *
 * @param now the moment of the check
 * @param retrievedAt when this copy of the list was fetched, by the reader's own clock
 * @param skew by how much the issuer's clock may be ahead
 * @param longest how long a copy may be used whose issuer states neither {@code validUntil} nor {@code ttl}
 */
public record StatusCheck(Instant now, Instant retrievedAt, Duration skew, Duration longest) {
    /** Refuses negative spans with {@link IllegalArgumentException}. */
    public StatusCheck {
        if (skew.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException("a span of time is not negative");
        }
    }

    /**
     * What a list says of a certificate. A revocation is seen in a stale list too: it is never taken back.
     *
     * @param entry the certificate's entry
     * @param list the list
     * @return the outcome; anything doubtful is {@link StatusOutcome.Undecided}
     */
    public StatusOutcome judge(StatusEntry entry, StatusList list) {
        if (!list.id().equals(entry.list())) {
            return undecided(StatusCode.STATUS_LIST_FOREIGN, list.id() + " instead of " + entry.list());
        }
        if (!list.purposes().contains(entry.purpose().wire())) {
            return undecided(
                    StatusCode.STATUS_PURPOSE_WRONG,
                    "not for " + entry.purpose().wire());
        }
        if (entry.index() >= list.bits().entries()) {
            return undecided(
                    StatusCode.STATUS_INDEX_OUT_OF_RANGE,
                    entry.index() + " of " + list.bits().entries());
        }
        if (list.validFrom().isAfter(now.plus(skew))) {
            return undecided(StatusCode.STATUS_LIST_NOT_YET_VALID, "from " + list.validFrom());
        }
        boolean set = list.bits().isSet(entry.index());
        if (set && entry.purpose() == StatusPurpose.REVOCATION) {
            return new StatusOutcome.IsSet(entry.purpose(), list.validFrom());
        }
        Instant end = end(list);
        if (now.isAfter(end)) {
            return undecided(StatusCode.STATUS_LIST_STALE, "since " + end);
        }
        return set
                ? new StatusOutcome.IsSet(entry.purpose(), list.validFrom())
                : new StatusOutcome.NotSet(list.validFrom(), refreshDue(list));
    }

    /** {@code ttl} does not replace the validity period (2.2): it decides only where there is none. */
    private Instant end(StatusList list) {
        return list.validUntil().orElseGet(() -> retrievedAt.plus(list.ttl().orElse(longest)));
    }

    private boolean refreshDue(StatusList list) {
        return list.ttl().map(retrievedAt::plus).map(now::isAfter).orElse(false);
    }

    private static StatusOutcome undecided(StatusCode code, String detail) {
        return new StatusOutcome.Undecided(code, detail);
    }
}
