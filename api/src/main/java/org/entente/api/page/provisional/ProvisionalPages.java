package org.entente.api.page.provisional;

import static org.entente.api.account.Role.VERIFYING_OFFICER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Write;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.provisional.ProvisionalDecision;
import org.entente.api.provisional.ProvisionalDesk;
import org.entente.api.provisional.ProvisionalStore;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Provisional decisions: taken after a check, listed, closed. */
@Controller
@AllowedFor(VERIFYING_OFFICER)
final class ProvisionalPages {
    private final ProvisionalStore decisions;
    private final ProvisionalDesk desk;
    private final Audit audit;
    private final JsonMapper json;
    private final FormWrite forms;

    ProvisionalPages(ProvisionalStore decisions, ProvisionalDesk desk, Audit audit, JsonMapper json, FormWrite forms) {
        this.decisions = decisions;
        this.desk = desk;
        this.audit = audit;
        this.json = json;
        this.forms = forms;
    }

    @GetMapping("/provisional")
    String list(PageRequest page, @RequestParam(defaultValue = "false") boolean closed, Model model) {
        Paged<ProvisionalShown> rows = Paged.of(
                        decisions.list(
                                Optional.empty(),
                                Optional.of(closed),
                                Paged.number(page, Long.MAX_VALUE),
                                page.limit() + 1),
                        page.limit(),
                        last -> String.valueOf(last.sequence()))
                .map(each -> new ProvisionalShown(each.decision()));
        model.addAttribute("items", rows.items());
        model.addAttribute("closed", closed);
        rows.cursor().ifPresent(older -> model.addAttribute("older", older));
        return "provisional/list";
    }

    @PostMapping("/provisional")
    String decide(
            Caller caller,
            @RequestParam UUID verification,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key) {
        JsonBody body = body(json.createObjectNode()
                .put("verification", verification.toString())
                .put("decision", decision)
                .put("reason", reason.strip()));
        desk.decide(write(caller, "POST /provisional", key, Optional.empty(), body), body);
        return "redirect:/provisional/" + verification;
    }

    @GetMapping("/provisional/{id}")
    String view(Caller caller, @PathVariable UUID id, Model model) {
        ProvisionalDecision found = decisions.find(id).orElseThrow(Refusal::unknown);
        audit.noteView(caller, "provisional.viewed", id.toString());
        model.addAttribute("shown", new ProvisionalShown(found));
        model.addAttribute("key", FormWrite.newKey());
        return "provisional/view";
    }

    @PostMapping("/provisional/{id}")
    String close(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String key) {
        ObjectNode said = json.createObjectNode();
        if (!remark.strip().isEmpty()) {
            said.put("remark", remark.strip());
        }
        JsonBody body = body(said);
        desk.close(write(caller, "POST /provisional/" + id, key, Optional.of(version), body), id, body);
        return "redirect:/provisional/" + id;
    }

    private Write write(Caller caller, String route, String key, Optional<Long> version, JsonBody body) {
        return forms.of(caller, route, key, version, List.of(body.json().toString()));
    }

    private JsonBody body(ObjectNode said) {
        return new JsonBody(json.writeValueAsBytes(said), said);
    }
}
