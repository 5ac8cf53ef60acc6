package org.entente.api.page.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.idempotency.Write;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.api.webhook.WebhookKeyDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/** The keys with which messages are signed: shown to be given to receivers, made and ended. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class WebhookKeyPage {
    private static final List<Integer> HOURS = List.of(168, 720, 24, 0);

    private final WebhookKeyDesk desk;
    private final FormWrite forms;

    WebhookKeyPage(WebhookKeyDesk desk, FormWrite forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping("/webhooks/keys")
    String view(Model model) {
        return show(FormFindings.none(), model);
    }

    @PostMapping("/webhooks/keys")
    String change(
            Caller caller,
            @RequestParam("do") String action,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int generation,
            @RequestParam(defaultValue = "168") int hours,
            HttpServletResponse response,
            Model model) {
        Write write = forms.of(
                caller,
                "POST /webhooks/keys " + action,
                key,
                Optional.empty(),
                List.of(String.valueOf(generation), String.valueOf(hours)));
        try {
            switch (action) {
                case "rotate" ->
                    desk.rotate(
                            write,
                            Typed.body(JsonNodeFactory.instance.objectNode().put("overlapHours", hours)));
                case "retire" -> desk.retire(write, generation);
                default -> throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "do");
            }
        } catch (Refusal refusal) {
            return show(FormFindings.of(refusal, response), model);
        }
        return "redirect:/webhooks/keys";
    }

    private String show(FormFindings found, Model model) {
        model.addAttribute("items", desk.all());
        model.addAttribute("hours", HOURS);
        model.addAttribute("found", found);
        model.addAttribute("key", FormWrite.newKey());
        return "administration/webhook-keys";
    }
}
