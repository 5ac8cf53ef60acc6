package org.entente.api.page.application;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;

import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.application.Application;
import org.entente.api.application.ApplicationStore;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.IssuedStore;
import org.entente.api.draft.DraftStore.Draft;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Begins a draft with what was applied for before: to correct it, or to replace what was issued. */
@Controller
@AllowedFor({EXPORTER, BROKER})
final class AgainPages {
    private static final String DRAFTS = "redirect:/applications/drafts/";

    private final ApplicationStore applications;
    private final IssuedStore issued;
    private final DraftDesk drafts;

    AgainPages(ApplicationStore applications, IssuedStore issued, DraftDesk drafts) {
        this.applications = applications;
        this.issued = issued;
        this.drafts = drafts;
    }

    @PostMapping("/applications/{id}/again")
    String correct(Caller caller, @PathVariable UUID id) {
        Application old = applications.find(id, caller).orElseThrow(Refusal::unknown);
        return begun(drafts.correction(caller, old.exporter().id(), old.certificate(), old.replaces()));
    }

    @PostMapping("/certificates/{name}/replacement")
    String replace(Caller caller, @PathVariable String name) {
        IssuedStore.Issued old = issued.find(CertificateName.read(name), caller).orElseThrow(Refusal::unknown);
        Application application = applications.find(old.application(), caller).orElseThrow(Refusal::unknown);
        return begun(drafts.replacement(caller, old.exporter(), application.certificate(), old.certificate()));
    }

    private static String begun(Draft draft) {
        return DRAFTS + draft.id();
    }
}
