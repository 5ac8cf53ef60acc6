package org.entente.api.page.certificate;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.certificate.IssuedStore;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Certificates that this member issued, with what is left of them. */
@Controller
@AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
final class IssuedPages {
    private final IssuedStore issued;
    private final CertificateReading certificates;
    private final Audit audit;

    IssuedPages(IssuedStore issued, CertificateReading certificates, Audit audit) {
        this.issued = issued;
        this.certificates = certificates;
        this.audit = audit;
    }

    @GetMapping("/certificates")
    String list(Caller caller, PageRequest page, Model model) {
        Paged<StandingRow> rows = Paged.of(
                        issued.list(caller, Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                        page.limit(),
                        last -> String.valueOf(last.sequence()))
                .map(each -> StandingRow.of(
                        each.certificate(),
                        each.partner().value(),
                        certificates.standing(each.certificate(), each.partner())));
        return StandingRow.list("issued", rows, "/certificates/", model);
    }

    @GetMapping("/certificates/{name}")
    String view(Caller caller, @PathVariable String name, Model model) {
        IssuedStore.Issued found =
                issued.find(CertificateName.read(name), caller).orElseThrow(Refusal::unknown);
        audit.note(caller, "certificate.viewed", found.certificate().subject(), "");
        model.addAttribute(
                "shown",
                certificates
                        .standing(found.certificate(), found.partner())
                        .map(standing -> StandingShown.of(found.certificate(), standing))
                        .orElseThrow(Refusal::unknown));
        model.addAttribute("applicationPath", "/applications/" + found.application());
        return "certificate/issued";
    }
}
