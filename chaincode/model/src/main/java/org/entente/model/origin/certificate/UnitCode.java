package org.entente.model.origin.certificate;

import org.entente.model.json.Alphabet;

/**
 * A unit of measure by its common code in UN/ECE Recommendation 20, for example {@code KGM}. Only the form is checked
 * here: which codes exist is data ({@code units.json}).
 *
 * @param value 2 or 3 upper-case letters and digits
 */
public record UnitCode(String value) {
    /** Refuses another form with {@link IllegalArgumentException}. */
    public UnitCode {
        if (!Alphabet.UPPER_CASE_AND_DIGITS.spells(value, 2, 3)) {
            throw new IllegalArgumentException("not a Recommendation 20 code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
