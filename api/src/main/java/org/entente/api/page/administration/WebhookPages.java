package org.entente.api.page.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.AccountList;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.event.Event;
import org.entente.api.event.EventType;
import org.entente.api.idempotency.Write;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.api.webhook.Endpoint;
import org.entente.api.webhook.EndpointStore;
import org.entente.api.webhook.WebhookDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Systems that are told of events: listed and added. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class WebhookPages {
    private static final int MOST_ORGANISATIONS = 1_000;

    private final EndpointStore endpoints;
    private final AccountList accounts;
    private final WebhookDesk desk;
    private final FormWrite forms;

    WebhookPages(EndpointStore endpoints, AccountList accounts, WebhookDesk desk, FormWrite forms) {
        this.endpoints = endpoints;
        this.accounts = accounts;
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping("/webhooks")
    String list(PageRequest page, Model model) {
        Paged<Endpoint> paged = Paged.of(
                endpoints.list(Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.sequence()));
        model.addAttribute("items", paged.items());
        model.addAttribute(
                "names",
                accounts.names(paged.items().stream()
                        .flatMap(each -> each.organisation().stream())
                        .toList()));
        model.addAttribute("older", paged.cursor().orElse(null));
        return "administration/webhooks";
    }

    @GetMapping("/webhooks/new")
    String blank(Model model) {
        return form(Typed.nothing(), FormFindings.none(), model);
    }

    @PostMapping("/webhooks/new")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.sent(request.getParameterMap());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("url", "organisation")) {
            if (!typed.text(name).isEmpty()) {
                body.put(name, typed.text(name));
            }
        }
        if (typed.text("organisation").isEmpty()) {
            typed.all("officers").forEach(body.withArray("officers")::add);
        }
        if (!typed.all("types").isEmpty()) {
            typed.all("types").forEach(body.withArray("types")::add);
        }
        Write write = forms.of(caller, "POST /webhooks", key, Optional.empty(), List.of(body.toString()));
        try {
            desk.add(write, Typed.body(body));
            return "redirect:/webhooks";
        } catch (Refusal refusal) {
            return form(typed, FormFindings.of(refusal, response), model);
        }
    }

    private String form(Typed typed, FormFindings found, Model model) {
        model.addAttribute("form", typed);
        model.addAttribute("found", found);
        model.addAttribute("organisations", accounts.organisationsNamed("", MOST_ORGANISATIONS));
        model.addAttribute("officers", Event.Officers.values());
        model.addAttribute("types", EventType.values());
        model.addAttribute("key", FormWrite.newKey());
        return "administration/new-webhook";
    }
}
