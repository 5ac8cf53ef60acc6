package org.entente.model.origin.certificate;

import java.math.BigDecimal;
import org.entente.model.json.Alphabet;

/**
 * An amount of money.
 *
 * @param amount positive, at most 12 digits before and 6 after the point
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {
    /** Refuses other amounts and forms of code with {@link IllegalArgumentException}; drops trailing zeros. */
    public Money {
        amount = new Quantity(amount).amount();
        checkCurrency(currency);
    }

    static String checkCurrency(String text) {
        if (!Alphabet.UPPER_CASE.spells(text, 3, 3)) {
            throw new IllegalArgumentException("not an ISO 4217 code");
        }
        return text;
    }
}
