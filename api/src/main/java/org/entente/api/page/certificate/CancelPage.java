package org.entente.api.page.certificate;

import static org.entente.api.account.Role.ISSUING_OFFICER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.certificate.CertificateDesk;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.certificate.IssuedStore;
import org.entente.api.idempotency.Write;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer takes a certificate back: asked once more, and with a reason that the partner and the exporter read. */
@Controller
@RequestMapping("/certificates/{name}/cancel")
@AllowedFor(ISSUING_OFFICER)
final class CancelPage {
    private final IssuedStore issued;
    private final CertificateReading certificates;
    private final CertificateDesk desk;
    private final FormWrite forms;

    CancelPage(IssuedStore issued, CertificateReading certificates, CertificateDesk desk, FormWrite forms) {
        this.issued = issued;
        this.certificates = certificates;
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String ask(Caller caller, @PathVariable String name, Model model) {
        return show(caller, name, "", FormFindings.none(), model);
    }

    @PostMapping
    String cancel(
            Caller caller,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        CertificateId id = CertificateName.read(name);
        String said = reason.strip();
        Write write =
                forms.of(caller, "POST /certificates cancel " + id.subject(), key, Optional.empty(), List.of(said));
        try {
            desk.cancel(write, id, Optional.of(checked(said)));
        } catch (Refusal refusal) {
            return show(caller, name, said, FormFindings.of(refusal, response), model);
        }
        return "redirect:/certificates/" + name;
    }

    private static String checked(String said) {
        if (said.isEmpty() || said.length() > CertificateDesk.LONGEST_REMARK) {
            throw Refusal.of(
                    ApiCode.REQUEST_REFUSED,
                    Finding.of(
                            ApiCode.REQUEST_PARAMETER_INVALID,
                            "/reason",
                            "1 to " + CertificateDesk.LONGEST_REMARK + " characters"));
        }
        return said;
    }

    private String show(Caller caller, String name, String reason, FormFindings found, Model model) {
        IssuedStore.Issued known =
                issued.find(CertificateName.read(name), caller).orElseThrow(Refusal::unknown);
        model.addAttribute(
                "shown",
                certificates
                        .standing(known.certificate(), known.partner())
                        .map(standing -> StandingShown.of(known.certificate(), standing))
                        .orElseThrow(Refusal::unknown));
        model.addAttribute("name", name);
        model.addAttribute("partner", known.partner().value());
        model.addAttribute("reason", reason);
        model.addAttribute("found", found);
        model.addAttribute("key", FormWrite.newKey());
        return "certificate/cancel";
    }
}
