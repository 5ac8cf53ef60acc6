package org.entente.certs.credential.status;

import java.time.Instant;

/** What a list says of one certificate. */
public sealed interface StatusOutcome {
    /**
     * The bit is not set, and the list may be relied on.
     *
     * @param asOf of which moment this is the information
     * @param refreshDue whether the list's own time to live has passed, so that a newer copy should be asked for
     */
    record NotSet(Instant asOf, boolean refreshDue) implements StatusOutcome {}

    /**
     * The bit is set.
     *
     * @param purpose what that means
     * @param asOf of which moment this is the information
     */
    record IsSet(StatusPurpose purpose, Instant asOf) implements StatusOutcome {
        /**
         * The code of this finding.
         *
         * @return {@link StatusCode#STATUS_REVOKED} or {@link StatusCode#STATUS_SUSPENDED}
         */
        public StatusCode code() {
            return switch (purpose) {
                case REVOCATION -> StatusCode.STATUS_REVOKED;
                case SUSPENSION -> StatusCode.STATUS_SUSPENDED;
            };
        }
    }

    /**
     * The list says nothing that may be relied on.
     *
     * @param code why
     * @param detail the particulars in English
     */
    record Undecided(StatusCode code, String detail) implements StatusOutcome {}
}
