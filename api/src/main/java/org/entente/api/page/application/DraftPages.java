package org.entente.api.page.application;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.application.ApplicationDesk;
import org.entente.api.application.Rehearsal;
import org.entente.api.draft.DraftStore.Draft;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.page.form.CertificateForm;
import org.entente.api.page.form.FormFindings;
import org.entente.api.page.frame.FormWrite;
import org.entente.api.problem.FindingView;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The form: every button keeps what was typed as a draft, then checks, applies, or changes the number of items. */
@Controller
@AllowedFor({EXPORTER, BROKER})
final class DraftPages {
    private static final String DRAFTS = "redirect:/applications/drafts/";

    private final DraftDesk drafts;
    private final Rehearsal rehearsal;
    private final ApplicationDesk desk;
    private final Writes writes;
    private final FormPage form;
    private final CertificateUpload upload;
    private final FormWrite forms;

    DraftPages(
            DraftDesk drafts,
            Rehearsal rehearsal,
            ApplicationDesk desk,
            Writes writes,
            FormPage form,
            CertificateUpload upload,
            FormWrite forms) {
        this.drafts = drafts;
        this.rehearsal = rehearsal;
        this.desk = desk;
        this.writes = writes;
        this.form = form;
        this.upload = upload;
        this.forms = forms;
    }

    @GetMapping("/applications/new")
    String start(Caller caller, Model model) {
        return form.show(caller, Optional.empty(), form.empty(caller), FormFindings.none(), model);
    }

    @GetMapping("/applications/drafts/{id}")
    String open(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String checked,
            Model model) {
        Draft draft = drafts.find(caller, id);
        CertificateForm kept = CertificateForm.of(draft.json());
        FormFindings found =
                checked == null ? FormFindings.none() : findings(rehearsal.findings(kept.json(), draft.exporter()));
        return form.show(caller, Optional.of(draft), kept, found, model);
    }

    @PostMapping("/applications/drafts")
    String upload(
            Caller caller,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable UUID exporter,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            CertificateUpload.Filled filled = upload.read(file.getBytes());
            Draft draft = drafts.add(caller, Optional.ofNullable(exporter), filled.form(), filled.remarks());
            return DRAFTS + draft.id();
        } catch (Refusal refusal) {
            model.addAttribute("unreadable", FormFindings.of(refusal, response).all());
            return form.show(caller, Optional.empty(), form.empty(caller), FormFindings.none(), model);
        }
    }

    @PostMapping("/applications/drafts/{id}/drop")
    String drop(Caller caller, @PathVariable UUID id) {
        drafts.drop(caller, id);
        return "redirect:/applications";
    }

    @PostMapping("/applications/drafts/new")
    String begin(
            Caller caller,
            @RequestParam(name = "do", defaultValue = "check") String action,
            @RequestParam(required = false) @Nullable UUID exporter,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CertificateForm sent = sent(request, action);
        return go(
                caller,
                drafts.add(caller, Optional.ofNullable(exporter), sent, List.of()),
                sent,
                action,
                response,
                model);
    }

    @PostMapping("/applications/drafts/{id}")
    String act(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(name = "do", defaultValue = "check") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CertificateForm sent = sent(request, action);
        return go(caller, drafts.change(caller, id, sent), sent, action, response, model);
    }

    private CertificateForm sent(HttpServletRequest request, String action) {
        CertificateForm sent = form.completed(CertificateForm.sent(request.getParameterMap()));
        if (action.equals("add")) {
            return sent.withItem();
        }
        return action.matches("remove \\d{1,4}") ? sent.withoutItem(Integer.parseInt(action.substring(7))) : sent;
    }

    private String go(
            Caller caller,
            Draft draft,
            CertificateForm sent,
            String action,
            HttpServletResponse response,
            Model model) {
        return switch (action) {
            case "check" -> DRAFTS + draft.id() + "?checked";
            case "apply" -> apply(caller, draft, sent, response, model);
            default -> DRAFTS + draft.id();
        };
    }

    private String apply(Caller caller, Draft draft, CertificateForm sent, HttpServletResponse response, Model model) {
        Write write = forms.of(
                caller,
                "POST /applications",
                "draft-" + draft.id(),
                Optional.empty(),
                List.of(sent.json().toString()));
        try {
            ResponseEntity<byte[]> made = writes.once(
                    write, () -> desk.apply(caller, Optional.of(draft.exporter()), draft.replaces(), sent.json()));
            drafts.drop(caller, draft.id());
            String location = Optional.ofNullable(made.getHeaders().getFirst(HttpHeaders.LOCATION))
                    .orElse("");
            return "redirect:/applications/" + location.substring(location.lastIndexOf('/') + 1);
        } catch (Refusal refusal) {
            return form.show(caller, Optional.of(draft), sent, FormFindings.of(refusal, response), model);
        }
    }

    private static FormFindings findings(List<Finding> found) {
        return FormFindings.of(found.stream().map(FindingView::of).toList());
    }
}
