package org.entente.model.member;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.model.json.UtcTime;

/**
 * A key with which a member signs. It counts from the position at which it is published until the position at which the
 * member publishes its keys without it, only for its purposes, and only in its validity. Batches are signed with ECDSA on
 * P-256 alone; a credential key may also be an Ed25519 key.
 *
 * @param keyId 1 to 64 characters of base64url
 * @param spki the public key as a DER SubjectPublicKeyInfo (RFC 5280); must not be changed
 * @param purposes what it signs; at least one
 * @param validFrom first moment, UTC
 * @param validUntil first moment at which it no longer counts, UTC; empty if it is open
 */
public record VerificationKey(
        String keyId, byte[] spki, Set<KeyPurpose> purposes, Instant validFrom, Optional<Instant> validUntil) {
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** All of an Ed25519 SubjectPublicKeyInfo before the 32 bytes of the key (RFC 8410, section 4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * Refuses another form of id, no purpose, an Ed25519 key for statements, and a validity that ends before it starts or
     * leaves the years 1 to 9999, with {@link IllegalArgumentException}.
     */
    public VerificationKey {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("not a key id");
        }
        if (spki.length == 0 || spki.length > 1_024) {
            throw new IllegalArgumentException("not a public key");
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a key has a purpose");
        }
        purposes = Collections.unmodifiableSet(EnumSet.copyOf(purposes));
        if (purposes.contains(KeyPurpose.STATEMENT) && Arrays.mismatch(spki, ED25519) == ED25519.length) {
            throw new IllegalArgumentException("batches are not signed with Ed25519");
        }
        UtcTime.check(validFrom);
        validUntil.ifPresent(UtcTime::check);
        if (validUntil.isPresent() && !validUntil.get().isAfter(validFrom)) {
            throw new IllegalArgumentException("a validity ends after it starts");
        }
    }

    /**
     * A key for batches of statements alone.
     *
     * @param keyId 1 to 64 characters of base64url
     * @param spki the public key as a DER SubjectPublicKeyInfo
     * @param validFrom first moment, UTC
     * @param validUntil first moment at which it no longer counts; empty if it is open
     * @return the key
     */
    public static VerificationKey forStatements(
            String keyId, byte[] spki, Instant validFrom, Optional<Instant> validUntil) {
        return new VerificationKey(keyId, spki, Set.of(KeyPurpose.STATEMENT), validFrom, validUntil);
    }

    /**
     * Whether the key signs for a purpose.
     *
     * @param purpose a purpose
     * @return true if the member published it for that
     */
    public boolean serves(KeyPurpose purpose) {
        return purposes.contains(purpose);
    }

    /**
     * Whether the key's validity covers a moment.
     *
     * @param moment when something was signed or recorded
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
                && purposes.equals(that.purposes)
                && validFrom.equals(that.validFrom)
                && validUntil.equals(that.validUntil);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }
}
