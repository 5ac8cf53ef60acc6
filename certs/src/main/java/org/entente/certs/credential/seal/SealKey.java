package org.entente.certs.credential.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A key with which an issuer seals.
 *
 * @param spki P-256, SubjectPublicKeyInfo, DER; must not be changed
 * @param validFrom first moment
 * @param validUntil first moment at which it no longer counts; empty if it is open
 */
public record SealKey(byte[] spki, Instant validFrom, Optional<Instant> validUntil) {
    /**
     * Whether the key counted at some time on a day, wherever on earth the office is.
     *
     * @param day a calendar day
     * @return true if validity and day have a moment in common
     */
    public boolean countedOn(LocalDate day) {
        Instant starts = day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
        return validFrom.isBefore(ends) && validUntil.map(starts::isBefore).orElse(true);
    }
}
