package org.entente.api.administration;

import java.util.List;
import java.util.UUID;
import org.entente.api.account.Role;
import org.entente.model.origin.certificate.Party;
import org.jspecify.annotations.Nullable;

/** What an administrator writes, for the API's description. */
final class AccountForms {
    private AccountForms() {}

    /**
     * A new organisation.
     *
     * @param name as registered, 1 to 200 characters
     * @param identifier its number in a register; without one its name says which exporter a certificate means
     */
    record NewOrganisation(String name, Party.@Nullable Identifier identifier) {}

    /**
     * A new account.
     *
     * @param name 1 to 60 of {@code a-z 0-9 . _ @ -}
     * @param organisation whose
     * @param roles at least one
     * @param password 12 characters to 72 bytes; left out for an account that only tokens sign in
     * @param issuer of its tokens; left out, with the subject, for an account that only a password signs in
     * @param subject what that issuer calls it
     */
    record Account(
            String name,
            UUID organisation,
            List<Role> roles,
            @Nullable String password,
            @Nullable String issuer,
            @Nullable String subject) {}

    /**
     * What an account may do.
     *
     * @param roles at least one
     */
    record Roles(List<Role> roles) {}

    /**
     * Another password.
     *
     * @param password 12 characters to 72 bytes
     */
    record Password(String password) {
        @Override
        public String toString() {
            return "Password[]";
        }
    }

    /**
     * Whether an account counts.
     *
     * @param enabled left out for no
     */
    record State(@Nullable Boolean enabled) {}
}
