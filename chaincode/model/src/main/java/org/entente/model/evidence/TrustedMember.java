package org.entente.model.evidence;

import java.util.List;
import java.util.Set;
import org.entente.model.ledger.Digest;

/**
 * By what a reader recognises one member. Each kind that is given must fit: a key that is not among the keys is not
 * trusted, whatever a root says, and the other way round.
 *
 * @param keys SHA-256 of the member's verification keys, each as a DER SubjectPublicKeyInfo; empty if the reader has none
 * @param roots the member's root certificates in PEM; empty if the reader has none
 */
public record TrustedMember(Set<Digest> keys, List<String> roots) {
    /** Nobody. */
    public static final TrustedMember UNKNOWN = new TrustedMember(Set.of(), List.of());

    /** The longest root certificate in UTF-16 units. */
    public static final int MAX_ROOT_LENGTH = 4_000;

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    /** Refuses a root that is no PEM certificate by its looks with {@link IllegalArgumentException}. */
    public TrustedMember {
        keys = Set.copyOf(keys);
        roots = List.copyOf(roots);
        roots.forEach(TrustedMember::checkRoot);
    }

    /**
     * Whether the reader knows this member at all.
     *
     * @return false if there is neither key nor root
     */
    public boolean isKnown() {
        return !keys.isEmpty() || !roots.isEmpty();
    }

    static String checkRoot(String pem) {
        if (pem.length() > MAX_ROOT_LENGTH || !pem.strip().startsWith(BEGIN)) {
            throw new IllegalArgumentException("a root certificate is PEM");
        }
        return pem;
    }
}
