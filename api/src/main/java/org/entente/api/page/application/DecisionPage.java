package org.entente.api.page.application;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.application.Application;
import org.entente.api.application.ApplicationCheck;
import org.entente.api.application.ApplicationDesk;
import org.entente.api.application.ApplicationReading;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateName;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.finding.Finding;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One application: what it says, where it stands, and the decision on it. */
@Controller
@RequestMapping("/applications/{id:[0-9a-f-]{36}}")
@AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
final class DecisionPage {
    private static final int LONGEST_REASON = 1_000;

    private final ApplicationReading applications;
    private final ApplicationCheck check;
    private final ApplicationDesk desk;
    private final Writes writes;
    private final Audit audit;
    private final FormWrite forms;

    DecisionPage(
            ApplicationReading applications,
            ApplicationCheck check,
            ApplicationDesk desk,
            Writes writes,
            Audit audit,
            FormWrite forms) {
        this.applications = applications;
        this.check = check;
        this.desk = desk;
        this.writes = writes;
        this.audit = audit;
        this.forms = forms;
    }

    @GetMapping
    String view(Caller caller, @PathVariable UUID id, Model model) {
        String shown = show(caller, id, "", FormFindings.none(), model);
        audit.noteView(caller, "application.viewed", id.toString());
        return shown;
    }

    @PostMapping
    String decide(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam("do") String action,
            @RequestParam(defaultValue = "") String key,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        String said = reason.strip();
        Write write =
                forms.of(caller, "POST /applications/" + id + " " + action, key, Optional.of(version), List.of(said));
        try {
            switch (action) {
                case "approve" -> writes.once(write, () -> desk.approve(officer(write), id));
                case "refuse" -> writes.once(write, () -> desk.refuse(officer(write), id, reason(said)));
                case "withdraw" -> writes.once(write, () -> desk.withdraw(applicant(write), id));
                default -> throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "do");
            }
        } catch (Refusal refusal) {
            return show(caller, id, said, FormFindings.of(refusal, response), model);
        }
        return "redirect:/applications/" + id;
    }

    private static Write officer(Write write) {
        return allowed(write, write.caller().has(ISSUING_OFFICER));
    }

    private static Write applicant(Write write) {
        return allowed(write, write.caller().has(EXPORTER) || write.caller().has(BROKER));
    }

    private static Write allowed(Write write, boolean allowed) {
        if (!allowed) {
            throw Refusal.of(ApiCode.REQUEST_FORBIDDEN, "the account does not have the role that this needs");
        }
        return write;
    }

    private static String reason(String said) {
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw Refusal.of(
                    ApiCode.REQUEST_REFUSED,
                    Finding.of(ApiCode.REQUEST_PARAMETER_INVALID, "/reason", "1 to " + LONGEST_REASON + " characters"));
        }
        return said;
    }

    private String show(Caller caller, UUID id, String reason, FormFindings found, Model model) {
        Application application = applications.find(id, caller).orElseThrow(Refusal::unknown);
        ApplicationShown view =
                ApplicationShown.of(application, applications, check.remarks(application.certificate()));
        boolean officer = caller.has(ISSUING_OFFICER);
        model.addAttribute("view", view);
        model.addAttribute("officer", officer);
        model.addAttribute("mayDecide", officer && view.isOpen());
        model.addAttribute(
                "mayWithdraw",
                view.isOpen()
                        && caller.exporters().contains(application.exporter().id()));
        model.addAttribute(
                "mayApplyAgain",
                view.mayBeSaidBetter()
                        && caller.exporters().contains(application.exporter().id()));
        model.addAttribute("found", found);
        model.addAttribute("reason", reason);
        model.addAttribute("key", FormWrite.newKey());
        model.addAttribute(
                "certificatePath",
                "/certificates/" + CertificateName.of(application.certificate().id()));
        return "application/view";
    }
}
