package org.entente.model.origin.certificate;

import java.util.regex.Pattern;

/**
 * The number an issuer gave a certificate; unique for issuer and agreement. There is no regional format (ATIGA Annex 8
 * Rule 7.3), so only what every system can carry is fixed here.
 *
 * @param value 1 to 49 characters: letters, digits, {@code . / _ ( ) -} and single spaces inside
 */
public record ReferenceNumber(String value) {
    private static final Pattern FORM = Pattern.compile("(?=.{1,49}\\z)[A-Za-z0-9./_()-]+(?: [A-Za-z0-9./_()-]+)*");

    /** Refuses another form with {@link IllegalArgumentException}. */
    public ReferenceNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reference number");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
