package org.entente.model.member;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.model.json.UtcTime;

/**
 * A key with which a member signs batches. It counts from the position at which it is published until the position at
 * which the member publishes its keys without it, and only for transactions whose timestamp lies in its validity.
 *
 * @param keyId 1 to 64 characters of base64url
 * @param spki the public key as a DER SubjectPublicKeyInfo (RFC 5280); must not be changed
 * @param validFrom first moment, UTC
 * @param validUntil first moment at which it no longer counts, UTC; empty if it is open
 */
public record VerificationKey(String keyId, byte[] spki, Instant validFrom, Optional<Instant> validUntil) {
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Refuses another form of id, and a validity that ends before it starts or leaves the years 1 to 9999, with
     * {@link IllegalArgumentException}.
     */
    public VerificationKey {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("not a key id");
        }
        if (spki.length == 0 || spki.length > 1_024) {
            throw new IllegalArgumentException("not a public key");
        }
        UtcTime.check(validFrom);
        validUntil.ifPresent(UtcTime::check);
        if (validUntil.isPresent() && !validUntil.get().isAfter(validFrom)) {
            throw new IllegalArgumentException("a validity ends after it starts");
        }
    }

    /**
     * Whether the key's validity covers a moment.
     *
     * @param moment a transaction timestamp
     * @return true from {@code validFrom} until just before {@code validUntil}
     */
    public boolean covers(Instant moment) {
        return !moment.isBefore(validFrom) && validUntil.map(moment::isBefore).orElse(true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that
                && keyId.equals(that.keyId)
                && Arrays.equals(spki, that.spki)
                && validFrom.equals(that.validFrom)
                && validUntil.equals(that.validUntil);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }
}
