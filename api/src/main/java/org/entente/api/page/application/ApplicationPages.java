package org.entente.api.page.application;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.application.Application;
import org.entente.api.application.ApplicationStore;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.security.AllowedFor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The exporter's list, with drafts, and the officer's queue. */
@Controller
final class ApplicationPages {
    private final ApplicationStore applications;
    private final DraftDesk drafts;

    ApplicationPages(ApplicationStore applications, DraftDesk drafts) {
        this.applications = applications;
        this.drafts = drafts;
    }

    /**
     * A draft in the list.
     *
     * @param id names it
     * @param number the reference number, as far as it is typed
     * @param savedAt when it was last changed
     */
    record DraftRow(UUID id, String number, Instant savedAt) {}

    @GetMapping("/applications")
    @AllowedFor({EXPORTER, BROKER})
    String own(Caller caller, PageRequest page, Model model) {
        model.addAttribute("heading", "applications.title");
        model.addAttribute("none", "applications.none");
        model.addAttribute("mayApply", true);
        model.addAttribute(
                "drafts",
                drafts.newest(caller).stream()
                        .map(draft -> new DraftRow(
                                draft.id(), draft.json().path("referenceNo").asString(""), draft.changedAt()))
                        .toList());
        return list(caller, Set.of(), page, model);
    }

    @GetMapping("/queue")
    @AllowedFor(ISSUING_OFFICER)
    String queue(Caller caller, PageRequest page, Model model) {
        model.addAttribute("heading", "queue.title");
        model.addAttribute("none", "queue.none");
        model.addAttribute("mayApply", false);
        model.addAttribute("drafts", List.of());
        return list(caller, Application.State.OPEN, page, model);
    }

    private String list(Caller caller, Set<Application.State> states, PageRequest page, Model model) {
        List<Application> found =
                applications.list(caller, states, Paged.number(page, Long.MAX_VALUE), page.limit() + 1);
        Paged<ApplicationRow> rows = Paged.of(found, page.limit(), last -> String.valueOf(last.sequence()))
                .map(ApplicationRow::of);
        model.addAttribute("items", rows.items());
        model.addAttribute("older", rows.cursor().orElse(null));
        return "application/list";
    }
}
