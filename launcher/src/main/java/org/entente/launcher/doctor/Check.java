package org.entente.launcher.doctor;

/**
 * One thing that Entente needs from the machine.
 *
 * @param name one word, stable: scripts that read {@code --json} look for it
 * @param probe looks at the machine; may throw, which is reported as a failed check
 */
record Check(String name, Probe probe) {
    /** Looks at the machine. */
    @FunctionalInterface
    interface Probe {
        Verdict look() throws Exception;
    }

    Finding run() {
        try {
            return new Finding(name, probe.look());
        } catch (Exception e) {
            return new Finding(name, new Verdict.Bad("the check itself failed: " + e, "Mend what the message names."));
        }
    }

    /** A check that has been run. */
    record Finding(String name, Verdict verdict) {}
}
