package org.entente.model.origin.certificate;

import java.math.BigDecimal;

/**
 * A positive quantity or mass: decimal(18,6), the unit stands beside it. Two quantities of the same number are equal,
 * whatever their scale.
 *
 * @param amount greater than 0, at most 12 digits before and 6 after the point
 */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    /** Refuses zero, negatives and more digits with {@link IllegalArgumentException}; drops trailing zeros. */
    public Quantity {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a quantity is positive");
        }
        amount = DecimalText.canonical(amount);
    }

    /**
     * Reads a canonical text.
     *
     * @param text for example {@code 12.5}; never {@code 12.50} or {@code 1e3}
     * @return the quantity
     * @throws IllegalArgumentException if the text is not canonical or not positive
     */
    public static Quantity parse(String text) {
        return new Quantity(DecimalText.parse(text));
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
