package org.entente.launcher.service;

import java.util.Locale;

/** What somebody may hold out to an officer, and what the officer should hear. */
enum Presentation {
    /** As it was issued. */
    VALID("Issued, nothing used", "valid"),
    /** Used abroad already. */
    PARTLY_USED("Issued, 60 per cent of item 1 used", "valid, and only the rest of item 1 is left"),
    /** Taken back. */
    CANCELLED("Cancelled by its issuer", "invalid: it was cancelled"),
    /** Of a year ago. */
    EXPIRED("Of last year, with the issuer's real signature", "invalid: its validity has ended"),
    /** Changed by its holder. */
    TAMPERED("Genuine, then changed by somebody", "invalid: nobody signed this"),
    /** Signed by nobody the ledger knows. */
    ISSUER_UNKNOWN("Signed by somebody the network does not know", "not valid: no known issuer stands behind it");

    private final String words;
    private final String expected;

    Presentation(String words, String expected) {
        this.words = words;
        this.expected = expected;
    }

    /** What it is, for people. */
    String words() {
        return words;
    }

    /** What an officer of the partner should hear. */
    String expected() {
        return expected;
    }

    /** Its name in files and addresses. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
