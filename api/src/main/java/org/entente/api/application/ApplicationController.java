package org.entente.api.application;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.account.Exporters;
import org.entente.api.audit.Audit;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.certificate.CertificateName;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.node.ProgressView;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.FindingView;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.statement.StatementId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Applications over HTTP. */
@RestController
@RequestMapping(path = "/v1/applications", produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicationController {
    private static final int LONGEST_REASON = 1_000;

    private final ApplicationDesk desk;
    private final ApplicationCheck check;
    private final ApplicationStore applications;
    private final Writes writes;
    private final ApplicationReading reading;
    private final Exporters exporters;
    private final Audit audit;

    ApplicationController(
            ApplicationDesk desk,
            ApplicationCheck check,
            ApplicationStore applications,
            Writes writes,
            ApplicationReading reading,
            Exporters exporters,
            Audit audit) {
        this.desk = desk;
        this.check = check;
        this.applications = applications;
        this.writes = writes;
        this.reading = reading;
        this.exporters = exporters;
        this.audit = audit;
    }

    @Operation(summary = "Check a certificate without applying: every finding at once")
    @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
    @Takes(schema = Takes.CERTIFICATE)
    ApplicationView.Check check(Caller caller, JsonBody body) {
        return switch (check.check(body.json(), exporters.all(caller))) {
            case Checked.Accepted<Certificate>(var certificate, var remarks) -> checked(true, remarks);
            case Checked.Rejected<Certificate>(var findings) -> checked(false, findings);
        };
    }

    private static ApplicationView.Check checked(boolean acceptable, List<Finding> findings) {
        return new ApplicationView.Check(
                acceptable, findings.stream().map(FindingView::of).toList());
    }

    @Operation(summary = "Apply for a certificate")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor({EXPORTER, BROKER})
    @Takes(schema = Takes.CERTIFICATE)
    @Gives(value = ApplicationView.class, status = 201)
    ResponseEntity<byte[]> apply(
            Write write,
            JsonBody body,
            @RequestParam(required = false) @Nullable UUID exporter,
            @RequestParam(required = false) @Nullable String replaces) {
        return writes.once(
                write,
                () -> desk.apply(
                        write.caller(),
                        Optional.ofNullable(exporter),
                        Optional.ofNullable(replaces).map(CertificateName::read),
                        body.json()));
    }

    @Operation(summary = "Applications, newest first")
    @GetMapping
    @AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
    ResponseEntity<ApplicationView.Page> list(
            Caller caller, PageRequest page, @RequestParam(required = false) Application.@Nullable State state) {
        List<Application> found = applications.list(
                caller, state == null ? Set.of() : Set.of(state), Paged.number(page, Long.MAX_VALUE), page.limit() + 1);
        Map<StatementId, ProgressView> progress = reading.progress(found);
        Paged<ApplicationView> views = Paged.of(found, page.limit(), last -> String.valueOf(last.sequence()))
                .map(each -> view(each, progress, List.of()));
        return views.answer(() -> new ApplicationView.Page(views.items()));
    }

    @Operation(summary = "One application")
    @GetMapping("/{id}")
    @AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
    ResponseEntity<ApplicationView> view(Caller caller, @PathVariable UUID id) {
        Application found = reading.find(id, caller).orElseThrow(Refusal::unknown);
        audit.note(caller, "application.viewed", id.toString(), "");
        return ResponseEntity.ok()
                .eTag(Write.tag(found.version()))
                .body(view(found, reading.progress(List.of(found)), check.remarks(found.certificate())));
    }

    private static ApplicationView view(
            Application application, Map<StatementId, ProgressView> progress, List<Finding> remarks) {
        return ApplicationView.of(
                application,
                application.cancellation().map(progress::get).orElse(null),
                application.approval().map(progress::get).orElse(null),
                remarks);
    }

    @Operation(
            summary =
                    "Approve: the certificate is issued, and stated to the importing administration; if it replaces one, once"
                            + " that one's cancellation stands")
    @PostMapping("/{id}/approval")
    @AllowedFor(ISSUING_OFFICER)
    @Gives(value = ApplicationView.class, status = 200)
    ResponseEntity<byte[]> approve(Write write, @PathVariable UUID id) {
        return writes.once(write, () -> desk.approve(write, id));
    }

    @Operation(summary = "Refuse, with the reason that the applicant reads")
    @PostMapping(path = "/{id}/refusal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor(ISSUING_OFFICER)
    @Takes(ApplicationView.Refusal.class)
    @Gives(value = ApplicationView.class, status = 200)
    ResponseEntity<byte[]> refuse(Write write, JsonBody body, @PathVariable UUID id) {
        String reason = body.read((in, findings) -> in.text("reason", LONGEST_REASON));
        return writes.once(write, () -> desk.refuse(write, id, reason));
    }

    @Operation(summary = "Take back, before an officer has decided")
    @PostMapping("/{id}/withdrawal")
    @AllowedFor({EXPORTER, BROKER})
    @Gives(value = ApplicationView.class, status = 200)
    ResponseEntity<byte[]> withdraw(Write write, @PathVariable UUID id) {
        return writes.once(write, () -> desk.withdraw(write, id));
    }
}
