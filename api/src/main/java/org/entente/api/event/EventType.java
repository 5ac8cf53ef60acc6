package org.entente.api.event;

import java.util.Arrays;
import java.util.Optional;

/** What can happen. The names are for ever: receivers filter by them. */
public enum EventType {
    /** An exporter, or a broker for it, applied. */
    APPLICATION_APPLIED("application.applied"),
    /** An officer approved or refused: {@code state} says which. */
    APPLICATION_DECIDED("application.decided"),
    /** The applicant took it back. */
    APPLICATION_WITHDRAWN("application.withdrawn"),
    /** A certificate of this administration stands on the ledger. */
    CERTIFICATE_ISSUED("certificate.issued"),
    /** A partner's certificate stands on the ledger. */
    CERTIFICATE_RECEIVED("certificate.received"),
    /** The importing side accepted or refused it. */
    CERTIFICATE_ACKNOWLEDGED("certificate.acknowledged"),
    /** The importing side used some of it. */
    CERTIFICATE_USED("certificate.used"),
    /** The importing side took a use back. */
    CERTIFICATE_USE_REVERSED("certificate.use-reversed"),
    /** Its issuer cancelled it. */
    CERTIFICATE_CANCELLED("certificate.cancelled"),
    /** A statement of this administration does not count: {@code standing} says why. */
    STATEMENT_WITHOUT_EFFECT("statement.without-effect");

    private final String wire;

    EventType(String wire) {
        this.wire = wire;
    }

    /**
     * The name in JSON.
     *
     * @return words separated by dots
     */
    public String wire() {
        return wire;
    }

    /**
     * The type of a name.
     *
     * @param wire any text
     * @return the type, or empty for another name
     */
    public static Optional<EventType> ofWire(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
