package org.entente.api.administration;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Write;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations, accounts and delegations over HTTP. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(Role.ADMINISTRATOR)
class AccountController {
    private final AccountStore accounts;
    private final AccountList list;
    private final AccountDesk desk;
    private final OrganisationDesk organisations;

    AccountController(AccountStore accounts, AccountList list, AccountDesk desk, OrganisationDesk organisations) {
        this.accounts = accounts;
        this.list = list;
        this.desk = desk;
        this.organisations = organisations;
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

    /**
     * Delegations that have not ended.
     *
     * @param items in no order that means anything
     */
    record Delegations(List<AccountList.Delegation> items) {}

    @Operation(summary = "Add an organisation")
    @PostMapping(path = "/organisations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.NewOrganisation.class)
    @Gives(value = Organisation.class, status = 201)
    ResponseEntity<byte[]> addOrganisation(Write write, JsonBody body) {
        return organisations.add(write, body);
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
        return desk.add(write, body);
    }

    @Operation(summary = "Accounts")
    @GetMapping("/accounts")
    ResponseEntity<Accounts> accounts(PageRequest page) {
        Paged<AccountList.Entry> paged = Paged.of(
                list.accounts("", page.cursor().orElse(""), page.limit() + 1), page.limit(), AccountList.Entry::name);
        return paged.answer(() -> new Accounts(paged.items()));
    }

    @Operation(summary = "An account")
    @GetMapping("/accounts/{name}")
    AccountList.Entry account(@PathVariable String name) {
        return list.account(name).orElseThrow(Refusal::unknown);
    }

    @Operation(summary = "Let an account count, or no longer")
    @PostMapping(path = "/accounts/{name}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.State.class)
    @Gives(value = AccountList.Entry.class, status = 200)
    ResponseEntity<byte[]> enable(Write write, JsonBody body, @PathVariable String name) {
        boolean enabled = body.read((in, findings) -> Optional.of(in.flag("enabled")));
        return desk.enable(write, name, enabled);
    }

    @Operation(summary = "Give an account other roles")
    @PostMapping(path = "/accounts/{name}/roles", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.Roles.class)
    @Gives(value = AccountList.Entry.class, status = 200)
    ResponseEntity<byte[]> roles(Write write, JsonBody body, @PathVariable String name) {
        return desk.roles(write, name, body);
    }

    @Operation(summary = "Give an account another password; whoever is signed in with the old one is signed out")
    @PostMapping(path = "/accounts/{name}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountForms.Password.class)
    @Gives(value = AccountList.Entry.class, status = 200)
    ResponseEntity<byte[]> password(Write write, JsonBody body, @PathVariable String name) {
        return desk.password(write, name, body);
    }

    @Operation(summary = "Let a broker act for an exporter until a moment; one that has passed ends it")
    @PostMapping(path = "/delegations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(AccountList.Delegation.class)
    @Gives(value = AccountList.Delegation.class, status = 200)
    ResponseEntity<byte[]> delegate(Write write, JsonBody body) {
        return organisations.delegate(write, body);
    }

    @Operation(summary = "Which brokers act for an organisation, and for which it acts as a broker")
    @GetMapping("/delegations")
    Delegations delegations(@RequestParam UUID organisation) {
        return new Delegations(list.delegations(organisation));
    }
}
