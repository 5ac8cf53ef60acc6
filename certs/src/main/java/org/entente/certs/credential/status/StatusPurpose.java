package org.entente.certs.credential.status;

import java.util.EnumSet;
import java.util.Optional;

/**
 * What a set bit means. A list has one purpose, and a case or a reassessment never sets a bit: only the issuer's own
 * decision does.
 */
public enum StatusPurpose {
    /** The certificate no longer counts, for ever. */
    REVOCATION("revocation"),
    /** The certificate is not to be accepted for the time being. */
    SUSPENSION("suspension");

    private final String wire;

    StatusPurpose(String wire) {
        this.wire = wire;
    }

    /**
     * The name in JSON.
     *
     * @return {@code revocation} or {@code suspension}
     */
    public String wire() {
        return wire;
    }

    /**
     * The purpose of a name in JSON.
     *
     * @param wire any text
     * @return the purpose, or empty for one that means nothing here
     */
    public static Optional<StatusPurpose> ofWire(String wire) {
        for (StatusPurpose purpose : EnumSet.allOf(StatusPurpose.class)) {
            if (purpose.wire.equals(wire)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
