package org.entente.api.page.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Caller;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Write;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.api.webhook.Delivery;
import org.entente.api.webhook.DeliveryStore;
import org.entente.api.webhook.Endpoint;
import org.entente.api.webhook.EndpointStore;
import org.entente.api.webhook.WebhookDesk;
import org.entente.api.webhook.WebhookKeyDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One system that is told of events: its log, and what an administrator does with it. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class WebhookPage {
    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final AccountStore accounts;
    private final WebhookDesk desk;
    private final WebhookKeyDesk keys;
    private final InstantSource clock;
    private final FormWrite forms;

    WebhookPage(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            AccountStore accounts,
            WebhookDesk desk,
            WebhookKeyDesk keys,
            InstantSource clock,
            FormWrite forms) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.desk = desk;
        this.keys = keys;
        this.clock = clock;
        this.forms = forms;
    }

    @GetMapping("/webhooks/{id}")
    String view(@PathVariable UUID id, PageRequest page, Model model) {
        return show(id, page, Typed.nothing(), FormFindings.none(), model);
    }

    @PostMapping("/webhooks/{id}")
    String change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam("do") String action,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") long version,
            PageRequest page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.sent(request.getParameterMap());
        Write write = forms.of(
                caller,
                "POST /webhooks " + id + " " + action,
                key,
                Optional.of(version),
                List.of(typed.text("event"), typed.text("from")));
        try {
            switch (action) {
                case "pause" -> desk.change(write, id, state("PAUSED"));
                case "resume" -> desk.change(write, id, state("ACTIVE"));
                case "ping" -> desk.ping(write, id);
                case "again" -> desk.replay(write, id, Typed.body(object().put("event", typed.text("event"))));
                case "replay" -> desk.replay(write, id, since(typed.text("from")));
                case "remove" -> desk.remove(write, id);
                default -> throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "do");
            }
        } catch (Refusal refusal) {
            return show(id, page, typed, FormFindings.of(refusal, response), model);
        }
        return action.equals("remove") ? "redirect:/webhooks" : "redirect:/webhooks/" + id + "?done=" + action;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonBody state(String state) {
        return Typed.body(object().put("state", state));
    }

    /** A browser gives a moment to the minute, and to the second only where somebody asked for one. */
    private JsonBody since(String from) {
        ObjectNode body = object().put(
                        "until", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return Typed.body(body.put("from", from.length() == "2026-05-03T10:00".length() ? from + ":00Z" : from + "Z"));
    }

    private String show(UUID id, PageRequest page, Typed typed, FormFindings found, Model model) {
        Endpoint endpoint = endpoints.find(id).orElseThrow(Refusal::unknown);
        Paged<Delivery> paged = Paged.of(
                deliveries.list(id, Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.sequence()));
        model.addAttribute("endpoint", endpoint);
        model.addAttribute(
                "organisation",
                endpoint.organisation()
                        .flatMap(accounts::organisation)
                        .map(Organisation::name)
                        .orElse(""));
        model.addAttribute("items", paged.items());
        model.addAttribute("older", paged.cursor().orElse(null));
        model.addAttribute(
                "keys", keys.all().stream().filter(each -> each.signs()).toList());
        model.addAttribute("form", typed);
        model.addAttribute("found", found);
        model.addAttribute("key", FormWrite.newKey());
        return "administration/webhook";
    }
}
