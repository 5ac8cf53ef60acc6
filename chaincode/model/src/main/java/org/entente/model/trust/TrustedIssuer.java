package org.entente.model.trust;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.member.Admission;

/**
 * A member as an issuer of credentials, as far as a reader knows.
 *
 * @param name the administration's name, 1 to 200 characters
 * @param did what its credentials name as issuer
 * @param keys its credential keys, withdrawn ones included, with distinct ids
 * @param entitlements what it may certify; empty entitles it to nothing
 */
public record TrustedIssuer(String name, String did, List<TrustedKey> keys, List<Entitlement> entitlements) {
    /** The most keys of one issuer. */
    public static final int MAX_KEYS = 500;

    /** The most entitlements of one issuer. */
    public static final int MAX_ENTITLEMENTS = 500;

    /** Refuses a blank or over-long name, what is no DID, and two keys of one id with {@link IllegalArgumentException}. */
    public TrustedIssuer {
        if (name.isBlank() || name.length() > Admission.MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a name has 1 to " + Admission.MAX_NAME_LENGTH + " characters");
        }
        Admission.checkDid(did);
        keys = List.copyOf(keys);
        entitlements = List.copyOf(entitlements);
        Set<String> ids = new HashSet<>();
        if (!keys.stream().allMatch(each -> ids.add(each.key().keyId()))) {
            throw new IllegalArgumentException("a key id stands twice");
        }
    }

    /**
     * The key of an id.
     *
     * @param keyId an id
     * @return the key, if the reader knows it
     */
    public Optional<TrustedKey> key(String keyId) {
        return keys.stream().filter(each -> each.key().keyId().equals(keyId)).findFirst();
    }

    /**
     * Whether the issuer may make a claim.
     *
     * @param claim the kind of claim
     * @param agreement the agreement's code
     * @param moment when it was made
     * @return true if an entitlement covers it
     */
    public boolean isEntitled(String claim, String agreement, Instant moment) {
        return entitlements.stream().anyMatch(each -> each.covers(claim, agreement, moment));
    }
}
