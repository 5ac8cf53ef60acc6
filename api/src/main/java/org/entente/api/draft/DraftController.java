package org.entente.api.draft;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.account.Exporters;
import org.entente.api.application.Rehearsal;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.draft.DraftStore.Draft;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.FindingView;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts over HTTP. */
@RestController
@RequestMapping(path = "/v1/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor({EXPORTER, BROKER})
class DraftController {
    private final DraftStore drafts;
    private final Rehearsal rehearsal;
    private final Exporters exporters;
    private final Writes writes;

    DraftController(DraftStore drafts, Rehearsal rehearsal, Exporters exporters, Writes writes) {
        this.drafts = drafts;
        this.rehearsal = rehearsal;
        this.exporters = exporters;
        this.writes = writes;
    }

    @Operation(summary = "Keep what is filled in so far")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(DraftView.Form.class)
    @Gives(value = DraftView.class, status = 201)
    ResponseEntity<byte[]> add(Write write, JsonBody body, @RequestParam(required = false) @Nullable UUID exporter) {
        byte[] content = content(body);
        return writes.once(write, () -> {
            UUID owner = exporters
                    .chosen(write.caller(), Optional.ofNullable(exporter))
                    .id();
            List<Finding> findings = rehearsal.findings(body.json(), owner);
            return () -> {
                Draft made = drafts.add(owner, content, Optional.empty(), List.of());
                return Reply.created("/v1/drafts/" + made.id(), made.version(), view(made, findings));
            };
        });
    }

    private static byte[] content(JsonBody body) {
        if (!body.json().isObject()) {
            throw new Refusal(
                    ApiCode.REQUEST_BODY_INVALID,
                    "see errors",
                    List.of(Finding.of(JsonCode.JSON_TYPE_WRONG, "", "an object is expected")));
        }
        return CanonicalJson.bytes(body.json());
    }

    @Operation(summary = "Drafts, newest first")
    @GetMapping
    ResponseEntity<DraftView.Page> list(Caller caller, PageRequest page) {
        Paged<DraftView> views = Paged.of(
                        drafts.list(caller, Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                        page.limit(),
                        last -> String.valueOf(last.sequence()))
                .map(each -> view(each, List.of()));
        return views.answer(() -> new DraftView.Page(views.items()));
    }

    @Operation(summary = "One draft, and what is still wrong with it")
    @GetMapping("/{id}")
    ResponseEntity<DraftView> view(Caller caller, @PathVariable UUID id) {
        Draft found = drafts.find(id, caller).orElseThrow(Refusal::unknown);
        return ResponseEntity.ok()
                .eTag(Write.tag(found.version()))
                .body(view(found, rehearsal.findings(found.json(), found.exporter())));
    }

    @Operation(summary = "Replace what is filled in")
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(DraftView.Form.class)
    @Gives(value = DraftView.class, status = 200)
    ResponseEntity<byte[]> change(Write write, JsonBody body, @PathVariable UUID id) {
        byte[] content = content(body);
        return writes.once(write, () -> {
            Draft seen = drafts.find(id, write.caller()).orElseThrow(Refusal::unknown);
            List<Finding> findings = rehearsal.findings(body.json(), seen.exporter());
            return () -> {
                held(write, id);
                Draft changed = drafts.change(id, content);
                return Reply.changed(changed.version(), view(changed, findings));
            };
        });
    }

    @Operation(summary = "Throw a draft away")
    @DeleteMapping("/{id}")
    @Gives(value = DraftView.class, status = 200)
    ResponseEntity<byte[]> remove(Write write, @PathVariable UUID id) {
        return writes.once(write, () -> () -> {
            Draft gone = held(write, id);
            drafts.remove(id);
            return Reply.changed(gone.version(), view(gone, List.of()));
        });
    }

    private Draft held(Write write, UUID id) {
        Draft held = drafts.hold(id, write.caller()).orElseThrow(Refusal::unknown);
        write.requireVersion(held.version());
        return held;
    }

    private static DraftView view(Draft draft, List<Finding> findings) {
        return new DraftView(
                draft.id(),
                draft.exporter(),
                draft.version(),
                draft.json(),
                draft.changedAt(),
                findings.stream().map(FindingView::of).toList());
    }
}
