package org.entente.model.origin.certificate;

import org.entente.model.json.Alphabet;

/**
 * The number an issuer gave a certificate; unique for issuer and agreement. There is no regional format (ATIGA Annex 8
 * Rule 7.3), so only what every system can carry is fixed here.
 *
 * @param value 1 to 49 characters: letters, digits, {@code . / _ ( ) -} and single spaces inside
 */
public record ReferenceNumber(String value) {
    private static final int LONGEST = 49;
    private static final Alphabet WITHOUT_SPACE = Alphabet.of("AZaz09..//__(())--");

    /** Refuses another form with {@link IllegalArgumentException}. */
    public ReferenceNumber {
        if (value.isEmpty() || value.length() > LONGEST || !isForm(value)) {
            throw new IllegalArgumentException("not a reference number");
        }
    }

    /** A space stands between two other characters. */
    private static boolean isForm(String value) {
        boolean spaceAllowed = false;
        for (int i = 0; i < value.length(); i++) {
            boolean space = value.charAt(i) == ' ';
            if (space ? !spaceAllowed : !WITHOUT_SPACE.has(value.charAt(i))) {
                return false;
            }
            spaceAllowed = !space;
        }
        return spaceAllowed;
    }

    @Override
    public String toString() {
        return value;
    }
}
