package org.entente.api.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Passwords;
import org.entente.api.account.Role;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;

/** Reads what an administrator writes of a new account. */
final class AccountForm {
    /** What a password has to be, for people. */
    static final String PASSWORD = Passwords.SHORTEST + " characters to " + Passwords.LONGEST + " bytes";

    private static final int LONGEST = 300;

    private final Passwords passwords;

    AccountForm(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Empty only with an error among the findings. */
    Optional<NewAccount> read(ObjectReader in, Findings findings) {
        Optional<String> name = in.parsed("name", "1 to 60 of a-z 0-9 . _ @ -", NewAccount::checkName);
        Optional<UUID> organisation = in.parsed("organisation", "an organisation's id", UUID::fromString);
        List<Role> roles = in.parsedList("roles", 1, Role.values().length, "a role", Role::valueOf);
        Optional<String> password = in.optionalParsed("password", PASSWORD, passwords::hash);
        boolean outside = in.has("issuer") || in.has("subject");
        Optional<String> issuer = outside ? in.text("issuer", LONGEST) : Optional.empty();
        Optional<String> subject = outside ? in.text("subject", LONGEST) : Optional.empty();
        if (!outside && !in.has("password")) {
            findings.add(AdministrationCode.ACCOUNT_WITHOUT_WAY_IN, in.at("password"), "or issuer and subject");
        }
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new NewAccount(
                        name.orElseThrow(),
                        organisation.orElseThrow(),
                        Set.copyOf(roles),
                        password,
                        issuer.map(known -> new NewAccount.Outside(known, subject.orElseThrow()))));
    }
}
