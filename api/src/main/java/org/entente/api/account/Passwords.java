package org.entente.api.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Turns passwords into what is stored. */
@Component
public class Passwords {
    /** The fewest characters. */
    public static final int SHORTEST = 12;

    /** The most bytes in UTF-8: bcrypt reads no more. */
    public static final int LONGEST = 72;

    private static final Pattern HASH =
            Pattern.compile("\\{bcrypt}\\$2[aby]\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    private final PasswordEncoder encoder;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Hashes a password.
     *
     * @param password what a person will type
     * @return with the algorithm in front
     * @throws IllegalArgumentException if it is too short or too long
     */
    public String hash(String password) {
        return Optional.ofNullable(encoder.encode(check(password))).orElseThrow();
    }

    /**
     * Refuses what is no password.
     *
     * @param password what a person will type
     * @return the password
     * @throws IllegalArgumentException if it is too short or too long
     */
    public static String check(String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("a password has " + SHORTEST + " characters to " + LONGEST + " bytes");
        }
        return password;
    }

    /**
     * Refuses what is not the hash of a password.
     *
     * @param hash with the algorithm in front
     * @return the hash
     * @throws IllegalArgumentException if it is none of bcrypt
     */
    public static String checkHash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash of bcrypt");
        }
        return hash;
    }
}
