package org.entente.model.origin.certificate;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimals as JSON texts: no exponent, no sign, no leading zeros, no trailing zeros, so that one number has one spelling
 * and one digest.
 */
public final class DecimalText {
    private static final Pattern FORM = Pattern.compile("(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{0,5}[1-9])?");

    private DecimalText() {}

    /**
     * Reads a canonical decimal.
     *
     * @param text at most 12 digits before and 6 after the point
     * @return the decimal
     * @throws IllegalArgumentException if the text is not canonical
     */
    public static BigDecimal parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a canonical decimal");
        }
        return new BigDecimal(text);
    }

    /**
     * Writes a decimal.
     *
     * @param value any decimal
     * @return its canonical text
     */
    public static String write(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
