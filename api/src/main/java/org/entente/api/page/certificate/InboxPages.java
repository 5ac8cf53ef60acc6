package org.entente.api.page.certificate;

import static org.entente.api.account.Role.VERIFYING_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateHistory;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.certificate.CertificateStanding;
import org.entente.api.idempotency.Write;
import org.entente.api.inbox.InboxDesk;
import org.entente.api.inbox.InboxList;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.origin.RefusalReason;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Certificates that partners issued to this member: looked at, acknowledged, used. */
@Controller
@AllowedFor(VERIFYING_OFFICER)
final class InboxPages {
    private final InboxList inbox;
    private final CertificateReading certificates;
    private final CertificateHistory history;
    private final InboxDesk desk;
    private final Audit audit;
    private final InstantSource clock;
    private final FormWrite forms;

    InboxPages(
            InboxList inbox,
            CertificateReading certificates,
            CertificateHistory history,
            InboxDesk desk,
            Audit audit,
            InstantSource clock,
            FormWrite forms) {
        this.inbox = inbox;
        this.certificates = certificates;
        this.history = history;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
        this.forms = forms;
    }

    @GetMapping("/inbox")
    String list(PageRequest page, Model model) {
        Paged<CertificateId> found = inbox.page(Optional.empty(), page)
                .map(issued -> CertificateId.ofSubject(issued.subject()).orElseThrow(Refusal::unknown));
        Map<CertificateId, CertificateStanding> standings = certificates.standings(
                found.items().stream().distinct().collect(Collectors.toMap(id -> id, CertificateId::issuer)));
        return StandingRow.list(
                "inbox",
                found.map(id -> StandingRow.of(id, id.issuer().value(), Optional.ofNullable(standings.get(id)))),
                "/inbox/",
                model);
    }

    @GetMapping("/inbox/{name}")
    String view(Caller caller, @PathVariable String name, Model model) {
        CertificateId id = desk.certificate(name);
        String shown = show(id, OfficerForm.empty(today()), FormFindings.none(), model);
        audit.noteView(caller, "certificate.viewed", id.subject());
        return shown;
    }

    @PostMapping("/inbox/{name}")
    String say(
            Caller caller,
            @PathVariable String name,
            @RequestParam("do") String action,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CertificateId id = desk.certificate(name);
        OfficerForm form = OfficerForm.sent(action, request.getParameterMap());
        Write write = forms.of(
                caller,
                "POST /inbox/" + id.subject() + " " + action,
                key,
                Optional.empty(),
                List.of(form.body().json().toString()));
        try {
            desk.say(write, id, form.type(), form.body());
        } catch (Refusal refusal) {
            return show(id, form, FormFindings.of(refusal, response), model);
        }
        return "redirect:/inbox/" + name;
    }

    private String show(CertificateId id, OfficerForm form, FormFindings found, Model model) {
        model.addAttribute(
                "shown",
                certificates
                        .standing(id, id.issuer())
                        .map(standing -> StandingShown.of(id, standing))
                        .orElseThrow(Refusal::unknown));
        model.addAttribute(
                "history",
                history.of(id, id.issuer()).stream().map(HistoryRow::new).toList());
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("reasons", RefusalReason.values());
        model.addAttribute("key", FormWrite.newKey());
        return "certificate/decide";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
