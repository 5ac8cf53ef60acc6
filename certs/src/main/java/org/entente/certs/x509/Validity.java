package org.entente.certs.x509;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when to when a certificate may be used, both ends included, in whole seconds (RFC 5280, 4.1.2.5).
 *
 * @param notBefore the first second
 * @param notAfter the last second
 */
public record Validity(Instant notBefore, Instant notAfter) {
    /** Cuts to seconds; refuses an end that is not after the beginning with {@link IllegalArgumentException}. */
    public Validity {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException(
                    "a certificate cannot end (" + notAfter + ") before it begins (" + notBefore + ")");
        }
    }

    /**
     * A validity of some length.
     *
     * @param notBefore the first second
     * @param length how long, more than a second
     * @return the validity
     */
    public static Validity from(Instant notBefore, Duration length) {
        return new Validity(notBefore, notBefore.plus(length));
    }

    /**
     * The validity written in a certificate.
     *
     * @param certificate the certificate
     * @return its validity
     */
    public static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /**
     * Whether the validity has begun.
     *
     * @param at the time asked about
     * @return true from the first second on
     */
    public boolean hasBegun(Instant at) {
        return !at.isBefore(notBefore);
    }

    /**
     * Whether the validity is over.
     *
     * @param at the time asked about
     * @return true once the last second has passed
     */
    public boolean isOver(Instant at) {
        return !at.isBefore(notAfter.plusSeconds(1));
    }

    /**
     * Whether this covers a time.
     *
     * @param at the time asked about
     * @return true from the first to the last second
     */
    public boolean covers(Instant at) {
        return hasBegun(at) && !isOver(at);
    }

    /**
     * Whether this covers another validity, as an issuer's must.
     *
     * @param other the other
     * @return true when the other lies inside
     */
    public boolean covers(Validity other) {
        return !other.notBefore.isBefore(notBefore) && !other.notAfter.isAfter(notAfter);
    }

    /**
     * Whether it is time to renew: two thirds are over, which leaves a third for mishaps.
     *
     * @param at the time asked about
     * @return true from two thirds on
     */
    public boolean isRenewalDue(Instant at) {
        Duration third = Duration.between(notBefore, notAfter).dividedBy(3);
        return !at.isBefore(notAfter.minus(third));
    }
}
