package org.entente.api.administration;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountStore;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Organisation;
import org.entente.api.account.Passwords;
import org.entente.api.account.Role;
import org.entente.api.audit.Audit;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.finding.Finding;
import org.entente.model.json.UtcTime;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisations, accounts and delegations over HTTP. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(Role.ADMINISTRATOR)
class AccountController {
    private final AccountStore accounts;
    private final AccountList list;
    private final AccountForm form;
    private final Writes writes;
    private final Audit audit;

    AccountController(AccountStore accounts, AccountList list, Passwords passwords, Writes writes, Audit audit) {
        this.accounts = accounts;
        this.list = list;
        this.form = new AccountForm(passwords);
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * A page of accounts.
     *
     * @param items in order of their names
     */
    record Accounts(List<AccountList.Entry> items) {}

    /**
     * A page of organisations.
     *
     * @param items in order of their ids
     */
    record Organisations(List<Organisation> items) {}

    @Operation(summary = "Add an organisation")
    @PostMapping(path = "/organisations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.NewOrganisation.class)
    @Gives(value = Organisation.class, status = 201)
    ResponseEntity<byte[]> addOrganisation(Write write, JsonBody body) {
        OrganisationForm.New wanted = body.read((in, findings) -> OrganisationForm.read(in));
        return writes.once(write, () -> () -> {
            Organisation made = accounts.addOrganisation(wanted.name(), wanted.identifier());
            audit.note(write.caller(), "organisation.added", made.id().toString(), "");
            return Reply.created("/v1/organisations/" + made.id(), 1, made);
        });
    }

    @Operation(summary = "Organisations")
    @GetMapping("/organisations")
    ResponseEntity<Organisations> organisations(PageRequest page) {
        List<Organisation> found = list.organisations(page.cursor().map(AccountController::id), page.limit() + 1);
        Paged<Organisation> paged =
                Paged.of(found, page.limit(), last -> last.id().toString());
        return paged.answer(() -> new Organisations(paged.items()));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw Paged.invalidCursor();
        }
    }

    @Operation(summary = "An organisation")
    @GetMapping("/organisations/{id}")
    Organisation organisation(@PathVariable UUID id) {
        return accounts.organisation(id).orElseThrow(Refusal::unknown);
    }

    @Operation(summary = "Add an account")
    @PostMapping(path = "/accounts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.Account.class)
    @Gives(value = AccountList.Entry.class, status = 201)
    ResponseEntity<byte[]> addAccount(Write write, JsonBody body) {
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
            return Reply.created(
                    "/v1/accounts/" + account.name(),
                    1,
                    list.account(account.name()).orElseThrow());
        });
    }

    @Operation(summary = "Accounts")
    @GetMapping("/accounts")
    ResponseEntity<Accounts> accounts(PageRequest page) {
        if (page.cursor().filter(text -> text.indexOf(0) >= 0).isPresent()) {
            throw Paged.invalidCursor();
        }
        Paged<AccountList.Entry> paged = Paged.of(
                list.accounts(page.cursor().orElse(""), page.limit() + 1), page.limit(), AccountList.Entry::name);
        return paged.answer(() -> new Accounts(paged.items()));
    }

    @Operation(summary = "An account")
    @GetMapping("/accounts/{name}")
    AccountList.Entry account(@PathVariable String name) {
        return Optional.of(name)
                .filter(text -> text.indexOf(0) < 0)
                .flatMap(list::account)
                .orElseThrow(Refusal::unknown);
    }

    @Operation(summary = "Let an account count, or no longer")
    @PostMapping(path = "/accounts/{name}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.State.class)
    @Gives(value = AccountList.Entry.class, status = 200)
    ResponseEntity<byte[]> enable(Write write, JsonBody body, @PathVariable String name) {
        boolean enabled = body.read((in, findings) -> Optional.of(in.flag("enabled")));
        return writes.once(write, () -> () -> {
            AccountList.Entry known = account(name);
            if (!list.enable(known.name(), enabled)) {
                throw Refusal.unknown();
            }
            audit.note(write.caller(), enabled ? "account.enabled" : "account.disabled", name, "");
            return new Reply(
                    200, Optional.empty(), Optional.empty(), list.account(name).orElseThrow());
        });
    }

    @Operation(summary = "Let a broker act for an exporter until a moment")
    @PostMapping(path = "/delegations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountList.Delegation.class)
    @Gives(value = AccountList.Delegation.class, status = 200)
    ResponseEntity<byte[]> delegate(Write write, JsonBody body) {
        AccountList.Delegation wanted = body.read((in, findings) -> {
            Optional<UUID> exporter = in.parsed("exporter", "an organisation's id", UUID::fromString);
            Optional<UUID> broker = in.parsed("broker", "an organisation's id", UUID::fromString);
            Optional<Instant> until = in.parsed("until", "a moment such as 2027-01-01T00:00:00Z", UtcTime::parse);
            return exporter.isEmpty() || broker.isEmpty() || until.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AccountList.Delegation(exporter.get(), broker.get(), until.get()));
        });
        return writes.once(write, () -> () -> {
            if (wanted.exporter().equals(wanted.broker())) {
                throw refused(AdministrationCode.DELEGATION_TO_SELF, "/broker");
            }
            if (accounts.organisation(wanted.exporter()).isEmpty()) {
                throw refused(AdministrationCode.ACCOUNT_ORGANISATION_UNKNOWN, "/exporter");
            }
            if (accounts.organisation(wanted.broker()).isEmpty()) {
                throw refused(AdministrationCode.ACCOUNT_ORGANISATION_UNKNOWN, "/broker");
            }
            accounts.delegate(wanted.exporter(), wanted.broker(), wanted.until());
            audit.note(
                    write.caller(),
                    "delegation.set",
                    wanted.exporter().toString(),
                    wanted.broker().toString());
            return new Reply(200, Optional.empty(), Optional.empty(), wanted);
        });
    }

    private static Refusal refused(AdministrationCode code, String pointer) {
        return Refusal.of(ApiCode.REQUEST_REFUSED, Finding.of(code, pointer, code.title()));
    }
}
