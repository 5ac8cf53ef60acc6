package org.entente.client.origin;

import java.time.Instant;

/**
 * Who asks for a statement and under which key; see {@link org.entente.client.outbox.StatementRequest}.
 *
 * @param client who asks, as authenticated
 * @param route which door it came through
 * @param key the client's own idempotency key
 * @param officer who decided, in the member's own terms
 * @param effectiveFrom when it is true in the world, UTC
 */
public record RequestName(String client, String route, String key, String officer, Instant effectiveFrom) {}
