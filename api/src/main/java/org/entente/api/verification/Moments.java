package org.entente.api.verification;

import java.time.Instant;
import org.entente.certs.credential.verify.VerifyPolicy;

/**
 * By which moments a check judges.
 *
 * @param now by which trust, keys, lists and the ledger count
 * @param presented when somebody presented it: its validity had to last until then
 */
record Moments(Instant now, Instant presented) {
    /** For what is presented now. */
    static Moments of(Instant now) {
        return new Moments(now, now);
    }

    /** Whether it was presented before something ended, however long ago that is. */
    boolean isInTime(Instant end) {
        return !presented.isAfter(end.plus(VerifyPolicy.STANDARD.skew()));
    }
}
