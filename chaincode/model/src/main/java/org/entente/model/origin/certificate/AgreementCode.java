package org.entente.model.origin.certificate;

import org.entente.model.json.Alphabet;

/**
 * The agreement under which a certificate is issued, for example {@code CHAFTA} or {@code ATIGA}.
 *
 * @param value 2 to 12 upper-case letters and digits
 */
public record AgreementCode(String value) implements Comparable<AgreementCode> {
    /** Refuses another form with {@link IllegalArgumentException}. */
    public AgreementCode {
        if (!Alphabet.UPPER_CASE_AND_DIGITS.spells(value, 2, 12) || !Alphabet.UPPER_CASE.has(value.charAt(0))) {
            throw new IllegalArgumentException("not an agreement code");
        }
    }

    @Override
    public int compareTo(AgreementCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
