package org.entente.api.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An account to be made.
 *
 * @param name 1 to 60 of {@code a-z 0-9 . _ @ -}
 * @param organisation whose
 * @param roles at least one
 * @param passwordHash with its algorithm in front, for sign-in by password
 * @param outside for sign-in by an outside service, or by a machine's token
 */
public record NewAccount(
        String name, UUID organisation, Set<Role> roles, Optional<String> passwordHash, Optional<Outside> outside) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,59}");

    /**
     * What an outside service calls the account.
     *
     * @param issuer the service, as in the {@code iss} of its tokens
     * @param subject as in the {@code sub} of its tokens
     */
    public record Outside(String issuer, String subject) {}

    /** Refuses another form with {@link IllegalArgumentException}. */
    public NewAccount {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account has a role");
        }
        checkName(name);
    }

    /**
     * Refuses what is no account name.
     *
     * @param name any text
     * @return the name
     * @throws IllegalArgumentException if it has another form
     */
    public static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an account name");
        }
        return name;
    }
}
