package org.entente.launcher.doctor;

/** What a check found out about this machine. */
sealed interface Verdict {
    /** What was found, in words and figures. */
    String found();

    /** Nothing to do. */
    record Good(String found) implements Verdict {}

    /**
     * It works, but worse than it could.
     *
     * @param remedy what to do, as an instruction
     */
    record Poor(String found, String remedy) implements Verdict {}

    /**
     * Entente will not work here until this is mended.
     *
     * @param remedy what to do, as an instruction
     */
    record Bad(String found, String remedy) implements Verdict {}
}
