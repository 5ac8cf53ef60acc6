package org.entente.model.member;

import java.util.Arrays;
import java.util.Optional;

/** What a member's published key may sign. A key without the purpose does not count for it, whatever else it signed. */
public enum KeyPurpose {
    /** Documents for everybody outside the network: credentials, seals, status lists. */
    CREDENTIAL("credential"),
    /** Batches of statements. */
    STATEMENT("statement");

    private final String wire;

    KeyPurpose(String wire) {
        this.wire = wire;
    }

    /**
     * The name in JSON.
     *
     * @return for example {@code credential}
     */
    public String wire() {
        return wire;
    }

    /**
     * The purpose of a name in JSON.
     *
     * @param wire any text
     * @return the purpose, if there is one
     */
    public static Optional<KeyPurpose> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.wire.equals(wire))
                .findFirst();
    }
}
