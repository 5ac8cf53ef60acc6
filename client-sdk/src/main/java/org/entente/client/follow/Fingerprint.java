package org.entente.client.follow;

import java.nio.charset.StandardCharsets;
import org.entente.model.fold.RuleBook;
import org.entente.model.ledger.Digest;

/** Tells whether the stored fold was made by the same rules over the same data: if not, it is made again (architecture rule 10). */
final class Fingerprint {
    /** Raised whenever the fold or the tables that it fills change their meaning. */
    private static final int FOLD_VERSION = 1;

    private Fingerprint() {}

    static Digest of(RuleBook rules) {
        return Digest.of(("fold " + FOLD_VERSION + " by " + rules.fingerprint()).getBytes(StandardCharsets.UTF_8));
    }
}
