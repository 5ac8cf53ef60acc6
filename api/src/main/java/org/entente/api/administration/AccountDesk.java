package org.entente.api.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountStore;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Passwords;
import org.entente.api.account.Role;
import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.finding.Finding;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where an administrator keeps accounts. Nobody shuts out or lowers the account with which it does so: an administration
 * without an administrator could not be helped from here.
 */
@Component
public class AccountDesk {
    private final AccountStore accounts;
    private final AccountList list;
    private final AccountForm form;
    private final Passwords passwords;
    private final Writes writes;
    private final Audit audit;

    AccountDesk(AccountStore accounts, AccountList list, Passwords passwords, Writes writes, Audit audit) {
        this.accounts = accounts;
        this.list = list;
        this.form = new AccountForm(passwords);
        this.passwords = passwords;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * Adds an account.
     *
     * @param write the administrator's request
     * @param body name, organisation, roles and a way in
     * @return the account
     * @throws Refusal with every finding
     */
    public ResponseEntity<byte[]> add(Write write, JsonBody body) {
        NewAccount account = body.read(form::read);
        return writes.once(write, () -> () -> {
            if (accounts.organisation(account.organisation()).isEmpty()) {
                throw refused(AdministrationCode.ACCOUNT_ORGANISATION_UNKNOWN, "/organisation");
            }
            if (!accounts.add(account)) {
                throw refused(AdministrationCode.ACCOUNT_NAME_TAKEN, "/name");
            }
            audit.note(
                    write.caller(),
                    "account.added",
                    account.name(),
                    account.roles().toString());
            return Reply.created("/v1/accounts/" + account.name(), 1, known(account.name()));
        });
    }

    /**
     * Lets an account count, or no longer; whoever is signed in with it is signed out.
     *
     * @param write the administrator's request
     * @param name of the account
     * @param enabled whether it counts
     * @return the account
     * @throws Refusal if there is none, or if it is the administrator's own
     */
    public ResponseEntity<byte[]> enable(Write write, String name, boolean enabled) {
        return writes.once(write, () -> () -> {
            AccountList.Entry account = known(name);
            if (enabled) {
                list.enable(account.name(), true);
            } else {
                another(write, account);
                lowered(() -> list.enable(account.name(), false));
                list.signOut(account.name());
            }
            audit.note(write.caller(), enabled ? "account.enabled" : "account.disabled", account.name(), "");
            return changed(account.name());
        });
    }

    /**
     * Gives an account other roles, which count from its next request on.
     *
     * @param write the administrator's request
     * @param name of the account
     * @param body {@code roles}, at least one
     * @return the account
     * @throws Refusal if there is none, or if it is the administrator's own and would be none any more
     */
    public ResponseEntity<byte[]> roles(Write write, String name, JsonBody body) {
        Set<Role> roles = body.read((in, findings) -> {
            List<Role> named = in.parsedList("roles", 1, Role.values().length, "a role", Role::valueOf);
            return findings.hasErrors() ? Optional.empty() : Optional.of(Set.copyOf(named));
        });
        return writes.once(write, () -> () -> {
            AccountList.Entry account = known(name);
            if (roles.contains(Role.ADMINISTRATOR)) {
                list.setRoles(account.name(), roles);
            } else {
                another(write, account);
                lowered(() -> list.setRoles(account.name(), roles));
            }
            audit.note(
                    write.caller(),
                    "account.roles",
                    account.name(),
                    roles.stream().sorted().toList().toString());
            return changed(account.name());
        });
    }

    /**
     * Gives an account another password; whoever is signed in with the old one is signed out.
     *
     * @param write the administrator's request
     * @param name of the account
     * @param body {@code password}
     * @return the account
     * @throws Refusal if there is none
     */
    public ResponseEntity<byte[]> password(Write write, String name, JsonBody body) {
        String hash = body.read((in, findings) -> in.parsed("password", AccountForm.PASSWORD, passwords::hash));
        return writes.once(write, () -> () -> {
            AccountList.Entry account = known(name);
            list.setPassword(account.name(), hash);
            list.signOut(account.name());
            audit.note(write.caller(), "account.password", account.name(), "");
            return changed(account.name());
        });
    }

    private AccountList.Entry known(String name) {
        return list.account(name).orElseThrow(Refusal::unknown);
    }

    private Reply changed(String name) {
        return new Reply(200, Optional.empty(), Optional.empty(), known(name));
    }

    private static void another(Write write, AccountList.Entry account) {
        if (account.name().equals(write.caller().account())) {
            throw refused(AdministrationCode.ACCOUNT_IS_OWN, "");
        }
    }

    /** Another administrator may be lowering this one at the same moment. */
    private void lowered(Runnable change) {
        list.holdAdministrators();
        change.run();
        if (!list.hasAdministrator()) {
            throw refused(AdministrationCode.ACCOUNT_LAST_ADMINISTRATOR, "");
        }
    }

    static Refusal refused(AdministrationCode code, String pointer) {
        return Refusal.of(ApiCode.REQUEST_REFUSED, Finding.of(code, pointer, code.title()));
    }
}
