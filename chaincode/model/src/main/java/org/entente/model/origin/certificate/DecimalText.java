package org.entente.model.origin.certificate;

import java.math.BigDecimal;
import org.entente.model.json.Alphabet;

/**
 * Decimals as JSON texts: no exponent, no sign, no leading zeros, no trailing zeros, so that one number has one spelling
 * and one digest.
 */
public final class DecimalText {
    private static final int MOST_BEFORE = 12;
    private static final int MOST_AFTER = 6;

    private DecimalText() {}

    /**
     * Reads a canonical decimal.
     *
     * @param text at most 12 digits before and 6 after the point
     * @return the decimal
     * @throws IllegalArgumentException if the text is not canonical
     */
    public static BigDecimal parse(String text) {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("not a canonical decimal");
        }
        return new BigDecimal(text);
    }

    private static boolean isCanonical(String text) {
        int point = text.indexOf('.');
        int before = point < 0 ? text.length() : point;
        boolean whole = before > 0
                && before <= MOST_BEFORE
                && (before == 1 || text.charAt(0) != '0')
                && Alphabet.DIGITS.spellsPart(text, 0, before);
        int after = text.length() - before - 1;
        return whole
                && (point < 0
                        || (after > 0
                                && after <= MOST_AFTER
                                && text.charAt(text.length() - 1) != '0'
                                && Alphabet.DIGITS.spellsPart(text, before + 1, text.length())));
    }

    /**
     * The number as {@link #parse} would read it: without trailing zeros.
     *
     * @param value any decimal
     * @return the same number
     * @throws IllegalArgumentException if it is negative or has more digits than a canonical text
     */
    static BigDecimal canonical(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        BigDecimal whole = shortest.scale() < 0 && shortest.precision() - shortest.scale() <= MOST_BEFORE
                ? shortest.setScale(0)
                : shortest;
        if (whole.signum() < 0
                || whole.scale() < 0
                || whole.scale() > MOST_AFTER
                || whole.precision() - whole.scale() > MOST_BEFORE) {
            throw new IllegalArgumentException("not a canonical decimal");
        }
        return whole;
    }

    /**
     * Writes a decimal.
     *
     * @param value any decimal
     * @return its canonical text
     */
    public static String write(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        // A whole number written plainly has no zeros that could be left out.
        return value.scale() == 0
                ? value.toPlainString()
                : value.stripTrailingZeros().toPlainString();
    }
}
