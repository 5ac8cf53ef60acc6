package org.entente.api.idempotency;

import java.util.Optional;

/**
 * What a write answers. It is stored with the write, so that a repetition is answered the same.
 *
 * @param status 200 to 204
 * @param location where the thing is, for 201
 * @param version of the thing, for its ETag
 * @param body shown as JSON
 */
public record Reply(int status, Optional<String> location, Optional<Long> version, Object body) {
    /**
     * Something was made.
     *
     * @param location its path
     * @param version its first version
     * @param body its view
     * @return 201
     */
    public static Reply created(String location, long version, Object body) {
        return new Reply(201, Optional.of(location), Optional.of(version), body);
    }

    /**
     * Something was changed.
     *
     * @param version its new version
     * @param body its view
     * @return 200
     */
    public static Reply changed(long version, Object body) {
        return new Reply(200, Optional.empty(), Optional.of(version), body);
    }

    /**
     * A statement was accepted and is on its way to the ledger.
     *
     * @param body says how far it is, and where to ask
     * @return 202
     */
    public static Reply accepted(Object body) {
        return new Reply(202, Optional.empty(), Optional.empty(), body);
    }
}
