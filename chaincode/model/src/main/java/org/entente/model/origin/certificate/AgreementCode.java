package org.entente.model.origin.certificate;

import java.util.regex.Pattern;

/**
 * The agreement under which a certificate is issued, for example {@code CHAFTA} or {@code ATIGA}.
 *
 * @param value 2 to 12 upper-case letters and digits
 */
public record AgreementCode(String value) implements Comparable<AgreementCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    /** Refuses another form with {@link IllegalArgumentException}. */
    public AgreementCode {
        if (!FORM.matcher(value).matches()) {
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
