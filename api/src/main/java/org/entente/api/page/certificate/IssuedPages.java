package org.entente.api.page.certificate;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import java.util.Map;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateHistory;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.certificate.CertificateStanding;
import org.entente.api.certificate.IssuedStore;
import org.entente.api.credential.Credentials;
import org.entente.api.credential.HeldCredential;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Certificates that this member issued: what is left of them, their papers, and what was said of them. */
@Controller
@AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
final class IssuedPages {
    private final IssuedStore issued;
    private final CertificateReading certificates;
    private final CertificateHistory history;
    private final Credentials credentials;
    private final Audit audit;

    IssuedPages(
            IssuedStore issued,
            CertificateReading certificates,
            CertificateHistory history,
            Credentials credentials,
            Audit audit) {
        this.issued = issued;
        this.certificates = certificates;
        this.history = history;
        this.credentials = credentials;
        this.audit = audit;
    }

    @GetMapping("/certificates")
    String list(Caller caller, PageRequest page, Model model) {
        Paged<IssuedStore.Issued> found = issued.page(caller, page);
        Map<CertificateId, CertificateStanding> standings = certificates.standings(IssuedStore.partners(found));
        Paged<StandingRow> rows = found.map(each -> StandingRow.of(
                each.certificate(), each.partner().value(), Optional.ofNullable(standings.get(each.certificate()))));
        return StandingRow.list("issued", rows, "/certificates/", model);
    }

    @GetMapping("/certificates/{name}")
    String view(Caller caller, @PathVariable String name, Model model) {
        IssuedStore.Issued found =
                issued.find(CertificateName.read(name), caller).orElseThrow(Refusal::unknown);
        StandingShown shown = certificates
                .standing(found.certificate(), found.partner())
                .map(standing -> StandingShown.of(found.certificate(), standing))
                .orElseThrow(Refusal::unknown);
        audit.noteView(caller, "certificate.viewed", found.certificate().subject());
        model.addAttribute("shown", shown);
        model.addAttribute("name", name);
        model.addAttribute("applicationPath", "/applications/" + found.application());
        model.addAttribute(
                "history",
                history.of(found.certificate(), found.partner()).stream()
                        .map(HistoryRow::new)
                        .toList());
        model.addAttribute(
                "paper",
                !shown.isCancelled()
                        && credentials.standing(found.certificate(), caller).isPresent());
        boolean open = shown.standing().status() != null && !shown.isCancelled();
        model.addAttribute("officer", caller.has(ISSUING_OFFICER));
        model.addAttribute("mayCancel", open && caller.has(ISSUING_OFFICER));
        model.addAttribute("mayReplace", open && caller.exporters().contains(found.exporter()));
        return "certificate/issued";
    }

    @GetMapping("/certificates/{name}/print")
    String print(Caller caller, @PathVariable String name, Model model) {
        IssuedStore.Issued found =
                issued.find(CertificateName.read(name), caller).orElseThrow(Refusal::unknown);
        Optional<HeldCredential> held = credentials.standing(found.certificate(), caller);
        StandingShown shown = certificates
                .standing(found.certificate(), found.partner())
                .filter(standing -> held.isPresent() && standing.status() != null)
                .map(standing -> StandingShown.of(found.certificate(), standing))
                .orElseThrow(() -> Refusal.of(
                        ApiCode.REQUEST_STATE_CONFLICT,
                        "the certificate does not stand on the ledger, or has no seal"));
        if (shown.isCancelled()) {
            throw Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "the certificate is cancelled");
        }
        audit.noteView(caller, "certificate.viewed", found.certificate().subject());
        model.addAttribute("shown", shown);
        model.addAttribute("name", name);
        return "certificate/print";
    }
}
