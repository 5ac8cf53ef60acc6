package org.entente.model.origin.certificate;

import org.entente.model.json.Alphabet;

/**
 * Number and kind of packages.
 *
 * @param number from 1
 * @param kind code of UN/ECE Recommendation 21, for example {@code CT} for cartons
 */
public record Packages(int number, String kind) {
    /** Refuses numbers below 1 and other forms of code with {@link IllegalArgumentException}. */
    public Packages {
        if (number < 1) {
            throw new IllegalArgumentException("at least one package");
        }
        checkKind(kind);
    }

    static String checkKind(String text) {
        if (!Alphabet.UPPER_CASE_AND_DIGITS.spells(text, 2, 2)) {
            throw new IllegalArgumentException("not a Recommendation 21 code");
        }
        return text;
    }
}
