package org.entente.api.page.administration;

import java.util.Optional;
import org.entente.api.account.Role;
import org.entente.api.audit.AuditList;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked and who decided, newest first, of everything or of one account, thing or kind. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class AuditPage {
    private final AuditList audit;

    AuditPage(AuditList audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String list(
            PageRequest page,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        Paged<AuditList.Entry> paged = Paged.of(
                audit.newest(
                        new AuditList.Wanted(wanted(subject), wanted(account), wanted(action)),
                        Paged.number(page, Long.MAX_VALUE),
                        page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.id()));
        model.addAttribute("items", paged.items());
        model.addAttribute("older", paged.cursor().orElse(null));
        model.addAttribute("account", account);
        model.addAttribute("action", action);
        model.addAttribute("subject", subject);
        return "administration/audit";
    }

    private static Optional<String> wanted(String text) {
        return Optional.of(text.strip()).filter(said -> !said.isEmpty());
    }
}
