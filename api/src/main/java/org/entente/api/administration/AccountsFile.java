package org.entente.api.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Passwords;
import org.entente.api.account.Role;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.certificate.Party.Identifier;
import tools.jackson.databind.JsonNode;

/**
 * Organisations and accounts that exist from the first start on, as a JSON file:
 *
 * <pre>{@code
 * {"organisations": [{"name": "Customs", "accounts": [
 *     {"name": "administrator", "roles": ["ADMINISTRATOR"], "password": "at least twelve"}]},
 *   {"name": "Sample Grain Exports", "identifier": {"scheme": "abr.gov.au:abn", "value": "00000000000"},
 *    "delegatesTo": ["Sample Brokers"], "accounts": []}]}
 * }</pre>
 *
 * <p>Beside a password, or instead of it, an account may have {@code "passwordHash": "{bcrypt}$2y$..."}: the hash is taken
 * as it is, so the file need not hold the password, and the start need not hash it.
 *
 * @param organisations in the order of the file
 */
record AccountsFile(List<Entry> organisations) {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MOST = 1_000;
    private static final int LONGEST = 300;

    /**
     * An organisation.
     *
     * @param name as registered; no two of one name
     * @param identifier its number in a register
     * @param accounts of it
     * @param brokers names of organisations that act for it
     */
    record Entry(String name, Optional<Identifier> identifier, List<Account> accounts, List<String> brokers) {}

    /**
     * An account.
     *
     * @param name its name
     * @param roles what it may do
     * @param password for sign-in
     * @param passwordHash of it, with the algorithm in front; counts before the password
     * @param outside for tokens
     */
    record Account(
            String name,
            List<Role> roles,
            Optional<String> password,
            Optional<String> passwordHash,
            Optional<NewAccount.Outside> outside) {
        @Override
        public String toString() {
            return "Account[" + name + "]";
        }
    }

    static Checked<AccountsFile> read(byte[] bytes) {
        return switch (StrictJson.parse(bytes, MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<JsonNode>(var json, var remarks) -> read(json);
        };
    }

    private static Checked<AccountsFile> read(JsonNode json) {
        Findings findings = new Findings();
        List<Entry> entries = new ArrayList<>();
        ObjectReader.of(json, "", findings).ifPresent(file -> {
            file.objects("organisations", 1, MOST)
                    .forEach(entry -> entry(entry, findings).ifPresent(entries::add));
            file.end();
        });
        List<Finding> found = findings.all();
        return findings.hasErrors()
                ? new Checked.Rejected<>(found)
                : new Checked.Accepted<>(new AccountsFile(entries), found);
    }

    private static Optional<Entry> entry(ObjectReader in, Findings findings) {
        List<Account> accounts = new ArrayList<>();
        Optional<String> name = in.text("name", LONGEST);
        Optional<Identifier> identifier = OrganisationForm.identifier(in);
        in.objects("accounts", 0, MOST).forEach(each -> account(each, findings).ifPresent(accounts::add));
        List<String> brokers = in.parsedList("delegatesTo", 0, MOST, "an organisation's name", text -> text);
        in.end();
        return name.map(known -> new Entry(known, identifier, accounts, brokers));
    }

    private static Optional<Account> account(ObjectReader in, Findings findings) {
        Optional<String> name = in.parsed("name", "1 to 60 of a-z 0-9 . _ @ -", NewAccount::checkName);
        List<Role> roles = in.parsedList("roles", 1, Role.values().length, "a role", Role::valueOf);
        Optional<String> password = in.optionalParsed(
                "password", Passwords.SHORTEST + " characters to " + Passwords.LONGEST + " bytes", Passwords::check);
        Optional<String> hash =
                in.optionalParsed("passwordHash", "{bcrypt} and a hash of 60 characters", Passwords::checkHash);
        boolean outside = in.has("issuer") || in.has("subject");
        Optional<String> issuer = outside ? in.text("issuer", LONGEST) : Optional.empty();
        Optional<String> subject = outside ? in.text("subject", LONGEST) : Optional.empty();
        if (!outside && !in.has("password") && !in.has("passwordHash")) {
            findings.add(AdministrationCode.ACCOUNT_WITHOUT_WAY_IN, in.at("password"), "or issuer and subject");
        }
        in.end();
        return name.map(known -> new Account(
                known,
                roles,
                password,
                hash,
                issuer.flatMap(from -> subject.map(as -> new NewAccount.Outside(from, as)))));
    }
}
