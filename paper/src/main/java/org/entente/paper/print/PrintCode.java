package org.entente.paper.print;

import org.entente.model.finding.FindingCode;

/** Why a certificate is not printed. */
public enum PrintCode implements FindingCode {
    /** A character that none of the fonts draws: it would be lost on paper without anybody noticing. */
    PRINT_CHARACTER_MISSING("The certificate holds a character that the fonts cannot print");

    private final String title;

    PrintCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
