package org.entente.model.origin.certificate;

import java.util.regex.Pattern;

/**
 * Number and kind of packages.
 *
 * @param number from 1
 * @param kind code of UN/ECE Recommendation 21, for example {@code CT} for cartons
 */
public record Packages(int number, String kind) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2}");

    /** Refuses numbers below 1 and other forms of code with {@link IllegalArgumentException}. */
    public Packages {
        if (number < 1) {
            throw new IllegalArgumentException("at least one package");
        }
        checkKind(kind);
    }

    static String checkKind(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a Recommendation 21 code");
        }
        return text;
    }
}
