package org.entente.model.origin.certificate;

import java.util.regex.Pattern;

/**
 * A unit of measure by its common code in UN/ECE Recommendation 20, for example {@code KGM}. Only the form is checked
 * here: which codes exist is data ({@code units.json}).
 *
 * @param value 2 or 3 upper-case letters and digits
 */
public record UnitCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,3}");

    /** Refuses another form with {@link IllegalArgumentException}. */
    public UnitCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a Recommendation 20 code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
