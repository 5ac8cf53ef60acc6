package org.entente.model.json;

/**
 * The ASCII characters of which a kind of code is made. Reading a certificate asks for some forty codes: as regular
 * expressions they took as long as parsing its JSON.
 */
public final class Alphabet {
    /** {@code 0} to {@code 9}. */
    public static final Alphabet DIGITS = of("09");

    /** {@code A} to {@code Z}. */
    public static final Alphabet UPPER_CASE = of("AZ");

    /** {@code A} to {@code Z} and {@code 0} to {@code 9}. */
    public static final Alphabet UPPER_CASE_AND_DIGITS = of("AZ09");

    /** The alphabet of base64url (RFC 4648 section 5). */
    public static final Alphabet BASE64URL = of("AZaz09__--");

    private static final int ASCII = 128;

    private final boolean[] members = new boolean[ASCII];

    private Alphabet() {}

    /**
     * An alphabet of ranges.
     *
     * @param ranges first and last character of each range, one after the other: {@code AZ09} for letters and digits
     * @return the alphabet
     */
    public static Alphabet of(String ranges) {
        Alphabet alphabet = new Alphabet();
        for (int i = 0; i + 1 < ranges.length(); i += 2) {
            for (char c = ranges.charAt(i); c <= ranges.charAt(i + 1); c++) {
                alphabet.members[c] = true;
            }
        }
        return alphabet;
    }

    /**
     * Whether a character is one of them.
     *
     * @param c any character
     * @return true if it is
     */
    public boolean has(char c) {
        return c < ASCII && members[c];
    }

    /**
     * Whether a text is made of them.
     *
     * @param text any text
     * @param min the fewest characters
     * @param max the most characters
     * @return true if it is so long and holds nothing else
     */
    public boolean spells(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && spellsPart(text, 0, text.length());
    }

    /**
     * Whether a part of a text is made of them.
     *
     * @param text any text
     * @param from where the part starts
     * @param to where it ends, this character not included
     * @return true if the part holds nothing else; also if it is empty
     */
    public boolean spellsPart(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
