package org.entente.api.page.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.administration.AccountDesk;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Write;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts: found, added, given roles and passwords, shut out and let in again. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class AccountPages {
    private static final int MOST_ORGANISATIONS = 1_000;
    private static final List<String> TEXTS = List.of("name", "organisation", "password", "issuer", "subject");

    private final AccountList accounts;
    private final AccountStore store;
    private final AccountDesk desk;
    private final FormWrite forms;

    AccountPages(AccountList accounts, AccountStore store, AccountDesk desk, FormWrite forms) {
        this.accounts = accounts;
        this.store = store;
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping("/accounts")
    String list(PageRequest page, @RequestParam(defaultValue = "") String find, Model model) {
        Paged<AccountList.Entry> paged = Paged.of(
                accounts.accounts(find.strip(), page.cursor().orElse(""), page.limit() + 1),
                page.limit(),
                AccountList.Entry::name);
        Map<UUID, String> names = accounts.names(
                paged.items().stream().map(AccountList.Entry::organisation).toList());
        model.addAttribute("items", paged.items());
        model.addAttribute("names", names);
        model.addAttribute("find", find);
        model.addAttribute("more", paged.cursor().orElse(null));
        return "administration/accounts";
    }

    @GetMapping("/accounts/new")
    String blank(@RequestParam(defaultValue = "") String organisation, Model model) {
        return form(Typed.of("organisation", List.of(organisation)), FormFindings.none(), model);
    }

    @PostMapping("/accounts/new")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.sent(request.getParameterMap());
        JsonBody body = typed.body(TEXTS, Optional.of("roles"));
        Write write = forms.of(
                caller,
                "POST /accounts",
                key,
                Optional.empty(),
                List.of(body.json().toString()));
        try {
            desk.add(write, body);
            return "redirect:/accounts/" + typed.text("name");
        } catch (Refusal refusal) {
            return form(typed, FormFindings.of(refusal, response), model);
        }
    }

    private String form(Typed typed, FormFindings found, Model model) {
        model.addAttribute("form", typed);
        model.addAttribute("found", found);
        model.addAttribute("roles", Role.values());
        model.addAttribute("organisations", accounts.organisationsNamed("", MOST_ORGANISATIONS));
        model.addAttribute("key", FormWrite.newKey());
        return "administration/new-account";
    }

    @GetMapping("/accounts/{name}")
    String view(Caller caller, @PathVariable String name, Model model) {
        return show(caller, name, FormFindings.none(), model);
    }

    @PostMapping("/accounts/{name}")
    String change(
            Caller caller,
            @PathVariable String name,
            @RequestParam("do") String action,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.sent(request.getParameterMap());
        Write write = forms.of(
                caller,
                "POST /accounts " + name + " " + action,
                key,
                Optional.empty(),
                List.of(typed.body(List.of("password"), Optional.of("roles"))
                        .json()
                        .toString()));
        try {
            switch (action) {
                case "disable" -> desk.enable(write, name, false);
                case "enable" -> desk.enable(write, name, true);
                case "roles" -> desk.roles(write, name, typed.body(List.of(), Optional.of("roles")));
                case "password" -> desk.password(write, name, typed.body(List.of("password"), Optional.empty()));
                default -> throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "do");
            }
        } catch (Refusal refusal) {
            return show(caller, name, FormFindings.of(refusal, response), model);
        }
        return "redirect:/accounts/" + name + "?done=" + action;
    }

    private String show(Caller caller, String name, FormFindings found, Model model) {
        AccountList.Entry account = accounts.account(name).orElseThrow(Refusal::unknown);
        model.addAttribute("account", account);
        model.addAttribute(
                "organisation", store.organisation(account.organisation()).orElseThrow());
        model.addAttribute("own", account.name().equals(caller.account()));
        model.addAttribute("found", found);
        model.addAttribute("roles", Role.values());
        model.addAttribute("key", FormWrite.newKey());
        return "administration/account";
    }
}
