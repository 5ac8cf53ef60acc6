package org.entente.client.outbox;

import java.time.Instant;
import java.util.regex.Pattern;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;

/**
 * A statement that a client of this member asks to be made. Client, route and key name the request: made again with the
 * same content it is the same statement.
 *
 * @param client who asks, as authenticated; 1 to 200 characters
 * @param route which door it came through, for example {@code POST /v1/certificates}; 1 to 200 characters
 * @param key the client's own idempotency key; 1 to 200 characters
 * @param audience to whom it is said
 * @param type what the body is
 * @param subject what it speaks of
 * @param effectiveFrom when it is true in the world, UTC
 * @param officer who decided, in the member's own terms
 * @param body the content, an object; must not be changed afterwards
 */
public record StatementRequest(
        String client,
        String route,
        String key,
        MemberId audience,
        StatementType type,
        String subject,
        Instant effectiveFrom,
        String officer,
        JsonNode body) {
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,200}");

    /** Refuses names that are empty, too long or hold control characters with {@link IllegalArgumentException}. */
    public StatementRequest {
        for (String name : new String[] {client, route, key}) {
            if (!PRINTABLE.matcher(name).matches()) {
                throw new IllegalArgumentException("client, route and key have 1 to 200 printable characters");
            }
        }
    }
}
