package org.entente.model.origin.certificate;

import java.util.regex.Pattern;

/**
 * A tariff code under the Harmonized System: the WCO's 6 digits, and up to 4 national ones.
 *
 * @param digits 6 to 10 digits without points, chapter 01 to 97 without 77, which the WCO holds in reserve
 */
public record HsCode(String digits) {
    private static final Pattern FORM = Pattern.compile("(?!77)(?:0[1-9]|[1-8][0-9]|9[0-7])[0-9]{4,8}");

    /** Refuses anything else with {@link IllegalArgumentException}. */
    public HsCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not an HS code");
        }
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
