package org.entente.model.trust;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.ledger.Digest;

/**
 * By what a reader recognises one member. For statements, keys and roots that are given must both fit: a key that is not
 * among the keys is not trusted, whatever a root says, and the other way round. For credentials, only the issuer counts.
 *
 * @param keys SHA-256 of the member's keys for statements, each as a DER SubjectPublicKeyInfo; empty if the reader has none
 * @param roots the member's root certificates in PEM; empty if the reader has none
 * @param issuer the member as an issuer of credentials; empty if the reader takes no credential from it
 */
public record TrustedMember(Set<Digest> keys, List<String> roots, Optional<TrustedIssuer> issuer) {
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
     * A member as an author of statements only.
     *
     * @param keys SHA-256 of its keys
     * @param roots its root certificates in PEM
     */
    public TrustedMember(Set<Digest> keys, List<String> roots) {
        this(keys, roots, Optional.empty());
    }

    /**
     * Whether the reader knows this member as an author of statements.
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
