package org.entente.client.outbox;

import java.util.List;
import org.entente.model.finding.Finding;

/** What the outbox says to a request. */
public sealed interface Acceptance {
    /**
     * Accepted: it is in the database and will be said, or shown with the reason why not.
     *
     * @param receipt names it
     */
    record Accepted(Receipt receipt) implements Acceptance {}

    /**
     * The same request came before; nothing changed.
     *
     * @param receipt that of the first time
     */
    record Repeated(Receipt receipt) implements Acceptance {}

    /**
     * The key was used before with other content; nothing changed.
     *
     * @param reason with code {@link OutboxCode#IDEMPOTENCY_KEY_REUSED}
     */
    record KeyReused(Finding reason) implements Acceptance {}

    /**
     * No reader would accept such a statement; nothing was stored.
     *
     * @param findings every reason
     */
    record Invalid(List<Finding> findings) implements Acceptance {
        /** Keeps an unmodifiable copy. */
        public Invalid {
            findings = List.copyOf(findings);
        }
    }
}
