package org.entente.embedded.simulate;

import java.io.Serial;

/** A peer's refusal to read or write for an execution. The shim hides the text from the contract. */
public final class SimulationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message why
     */
    public SimulationException(String message) {
        super(message);
    }
}
