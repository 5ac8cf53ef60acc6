package org.entente.embedded.store;

import java.io.Serial;

/** A file is not what was written. Nothing is repaired and nothing is served: an operator must decide. */
public final class DamagedStoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Damage.
     *
     * @param message which file, where, and what to do
     */
    public DamagedStoreException(String message) {
        super(message);
    }
}
