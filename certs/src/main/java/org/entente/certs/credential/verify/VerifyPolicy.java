package org.entente.certs.credential.verify;

import java.time.Duration;

/**
 * How far a verifier lets clocks differ, and how old its information may be.
 *
 * @param skew by how much the issuer's clock may differ from the verifier's
 * @param longestTrust how old the trust may be
 * @param longestList how long a status list may be used whose issuer states no end; and how old the trust may be to say
 *     that there is no such issuer or key
 */
public record VerifyPolicy(Duration skew, Duration longestTrust, Duration longestList) {
    /** Two minutes of skew, a month of trust, a day of a list without end. */
    public static final VerifyPolicy STANDARD =
            new VerifyPolicy(Duration.ofMinutes(2), Duration.ofDays(30), Duration.ofDays(1));

    /** Refuses negative spans with {@link IllegalArgumentException}. */
    public VerifyPolicy {
        if (skew.isNegative() || longestTrust.isNegative() || longestList.isNegative()) {
            throw new IllegalArgumentException("a span of time is not negative");
        }
    }
}
