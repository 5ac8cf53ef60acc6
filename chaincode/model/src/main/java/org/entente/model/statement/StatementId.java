package org.entente.model.statement;

import org.entente.model.ledger.Digest;

/**
 * Names a statement inside its stream: an HMAC-SHA256 by the author over client, route and idempotency key (architecture
 * rule 11), so that the same request always makes the same statement and nobody else can guess the id.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record StatementId(String hex) {
    /** Refuses anything but 64 lower-case hexadecimal digits with {@link IllegalArgumentException}. */
    public StatementId {
        if (!Digest.isHex(hex)) {
            throw new IllegalArgumentException("a statementId is 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
