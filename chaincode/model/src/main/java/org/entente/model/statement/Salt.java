package org.entente.model.statement;

import java.util.regex.Pattern;

/**
 * 128 random bits inside every statement, without which a member outside the pair could guess a private value and confirm
 * the guess against the public hash.
 *
 * @param base64Url 16 bytes as 22 characters of base64url without padding (RFC 4648 section 5)
 */
public record Salt(String base64Url) {
    // The last character carries only 4 bits: anything else would be a second spelling of the same bytes.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    /** Refuses anything but 16 bytes of base64url with {@link IllegalArgumentException}. */
    public Salt {
        if (!FORM.matcher(base64Url).matches()) {
            throw new IllegalArgumentException("a salt is 16 bytes in base64url");
        }
    }

    /**
     * A salt from random bytes.
     *
     * @param random 16 bytes from a cryptographic random source
     * @return the salt
     */
    public static Salt of(byte[] random) {
        return new Salt(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    @Override
    public String toString() {
        return base64Url;
    }
}
