package org.entente.model.origin.certificate;

import org.entente.model.json.Alphabet;

/**
 * A tariff code under the Harmonized System: the WCO's 6 digits, and up to 4 national ones.
 *
 * @param digits 6 to 10 digits without points, chapter 01 to 97 without 77, which the WCO holds in reserve
 */
public record HsCode(String digits) {
    private static final int LAST_CHAPTER = 97;
    private static final int RESERVED_CHAPTER = 77;

    /** Refuses anything else with {@link IllegalArgumentException}. */
    public HsCode {
        if (!Alphabet.DIGITS.spells(digits, 6, 10) || !isChapter(digits.charAt(0), digits.charAt(1))) {
            throw new IllegalArgumentException("not an HS code");
        }
    }

    private static boolean isChapter(char tens, char ones) {
        int chapter = (tens - '0') * 10 + (ones - '0');
        return chapter > 0 && chapter <= LAST_CHAPTER && chapter != RESERVED_CHAPTER;
    }

    /**
     * The international part.
     *
     * @return 6 digits
     */
    public String subheading() {
        return digits.substring(0, 6);
    }

    @Override
    public String toString() {
        return digits;
    }
}
