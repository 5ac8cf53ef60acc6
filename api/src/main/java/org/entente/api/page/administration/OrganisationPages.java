package org.entente.api.page.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountList.Delegation;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Caller;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.administration.OrganisationDesk;
import org.entente.api.idempotency.Write;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Organisations: found, added, and which broker acts for which exporter. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class OrganisationPages {
    private static final int MOST = 1_000;

    private final AccountList accounts;
    private final AccountStore store;
    private final OrganisationDesk desk;
    private final InstantSource clock;
    private final FormWrite forms;

    OrganisationPages(
            AccountList accounts, AccountStore store, OrganisationDesk desk, InstantSource clock, FormWrite forms) {
        this.accounts = accounts;
        this.store = store;
        this.desk = desk;
        this.clock = clock;
        this.forms = forms;
    }

    @GetMapping("/organisations")
    String list(@RequestParam(defaultValue = "") String find, Model model) {
        return list(find, Typed.nothing(), FormFindings.none(), model);
    }

    @PostMapping("/organisations")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.sent(request.getParameterMap());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", typed.text("name"));
        if (typed.text("name").isEmpty()) {
            body.remove("name");
        }
        for (String part : List.of("scheme", "value")) {
            if (!typed.text(part).isEmpty()) {
                body.withObject("/identifier").put(part, typed.text(part));
            }
        }
        Write write = forms.of(caller, "POST /organisations", key, Optional.empty(), List.of(body.toString()));
        try {
            desk.add(write, Typed.body(body));
            return "redirect:/organisations?find="
                    + java.net.URLEncoder.encode(typed.text("name"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (Refusal refusal) {
            return list("", typed, FormFindings.of(refusal, response), model);
        }
    }

    private String list(String find, Typed typed, FormFindings found, Model model) {
        List<Organisation> items = accounts.organisationsNamed(find.strip(), MOST + 1);
        model.addAttribute("items", items.subList(0, Math.min(items.size(), MOST)));
        model.addAttribute("more", items.size() > MOST);
        model.addAttribute("find", find);
        model.addAttribute("form", typed);
        model.addAttribute("found", found);
        model.addAttribute("key", FormWrite.newKey());
        return "administration/organisations";
    }

    @GetMapping("/organisations/{id}")
    String view(@PathVariable UUID id, Model model) {
        return show(id, Typed.nothing(), FormFindings.none(), model);
    }

    @PostMapping("/organisations/{id}")
    String delegate(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam("do") String action,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.sent(request.getParameterMap());
        String until = switch (action) {
            case "appoint" -> typed.text("until").isEmpty() ? "" : typed.text("until") + "T23:59:59Z";
            case "end" -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            default -> throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "do");
        };
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("exporter", action.equals("end") ? typed.text("exporter") : id.toString())
                .put("broker", typed.text("broker"))
                .put("until", until);
        Write write = forms.of(
                caller,
                "POST /organisations " + id + " " + action,
                key,
                Optional.empty(),
                List.of(typed.text("broker"), typed.text("until"), typed.text("exporter")));
        try {
            desk.delegate(write, Typed.body(body));
        } catch (Refusal refusal) {
            return show(id, typed, FormFindings.of(refusal, response), model);
        }
        return "redirect:/organisations/" + id;
    }

    private String show(UUID id, Typed typed, FormFindings found, Model model) {
        Organisation organisation = store.organisation(id).orElseThrow(Refusal::unknown);
        List<Delegation> delegations = accounts.delegations(id);
        Map<Boolean, List<Delegation>> sides = delegations.stream()
                .collect(Collectors.partitioningBy(each -> each.exporter().equals(id)));
        model.addAttribute("organisation", organisation);
        model.addAttribute("accounts", accounts.accountsOf(id, MOST));
        model.addAttribute("brokers", sides.getOrDefault(true, List.of()));
        model.addAttribute("exporters", sides.getOrDefault(false, List.of()));
        model.addAttribute(
                "names",
                accounts.names(delegations.stream()
                        .flatMap(each -> Stream.of(each.exporter(), each.broker()))
                        .toList()));
        model.addAttribute(
                "choices",
                accounts.organisationsNamed("", MOST).stream()
                        .filter(each -> !each.id().equals(id))
                        .toList());
        model.addAttribute("form", typed);
        model.addAttribute("found", found);
        model.addAttribute("key", FormWrite.newKey());
        return "administration/organisation";
    }
}
