package org.entente.certs.credential.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.certs.cache.BoundedCache;
import org.entente.model.ledger.Digest;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;

/**
 * Status lists that were proven, so that many checks prove each once. Remembered by everything that a proof rests on: the
 * list's bytes, its issuer, and that issuer's keys as they are trusted; one that the trust withdraws proves nothing any
 * more. Safe for use by many threads and by verifiers of different trust.
 */
public final class ProvenLists {
    private static final int MOST = 256;

    private final BoundedCache<Basis, ListProof.Proven> proven = new BoundedCache<>(MOST);

    private record Basis(Digest secured, String did, List<TrustedKey> keys) {}

    /** A memory without anything in it. */
    public ProvenLists() {}

    /** What was proven before, or is now; a doubt is not remembered. */
    ListProof.Outcome list(
            StatusLists.Copy copy,
            TrustedIssuer issuer,
            Instant now,
            Duration skew,
            Supplier<ListProof.Outcome> proof) {
        Basis basis = new Basis(copy.digest(), issuer.did(), issuer.keys());
        Optional<ListProof.Proven> known = proven.get(basis).filter(each -> counts(each, now, skew));
        if (known.isPresent()) {
            return known.get();
        }
        ListProof.Outcome outcome = proof.get();
        if (outcome instanceof ListProof.Proven found) {
            proven.put(basis, found);
        }
        return outcome;
    }

    private static boolean counts(ListProof.Proven list, Instant now, Duration skew) {
        return list.signatureUntil().map(end -> !now.isAfter(end.plus(skew))).orElse(true);
    }
}
