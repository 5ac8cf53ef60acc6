package org.entente.api.provisional;

import static org.entente.api.account.Role.VERIFYING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Write;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Provisional decisions over HTTP. */
@RestController
@RequestMapping(path = "/v1/provisional-decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(VERIFYING_OFFICER)
class ProvisionalController {
    private final ProvisionalStore decisions;
    private final ProvisionalDesk desk;
    private final Audit audit;

    ProvisionalController(ProvisionalStore decisions, ProvisionalDesk desk, Audit audit) {
        this.decisions = decisions;
        this.desk = desk;
        this.audit = audit;
    }

    @Operation(summary = "Decide about goods whose certificate could not be checked; it is checked again by itself")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(ProvisionalForm.Decided.class)
    @Gives(value = ProvisionalDecision.class, status = 201)
    ResponseEntity<byte[]> decide(Write write, JsonBody body) {
        return desk.decide(write, body);
    }

    @Operation(summary = "Provisional decisions of this administration, newest first")
    @GetMapping
    ResponseEntity<ProvisionalDecision.Page> list(
            PageRequest page,
            @RequestParam(required = false) ProvisionalDecision.@Nullable State state,
            @RequestParam(required = false) @Nullable Boolean closed) {
        Paged<ProvisionalDecision> found = Paged.of(
                        decisions.list(
                                Optional.ofNullable(state),
                                Optional.ofNullable(closed),
                                Paged.number(page, Long.MAX_VALUE),
                                page.limit() + 1),
                        page.limit(),
                        last -> String.valueOf(last.sequence()))
                .map(ProvisionalStore.Listed::decision);
        return found.answer(() -> new ProvisionalDecision.Page(found.items()));
    }

    @Operation(summary = "One provisional decision")
    @GetMapping("/{id}")
    ResponseEntity<ProvisionalDecision> view(Caller caller, @PathVariable UUID id) {
        ProvisionalDecision found = decisions.find(id).orElseThrow(Refusal::unknown);
        audit.note(caller, "provisional.viewed", id.toString(), "");
        return ResponseEntity.ok().eTag(Write.tag(found.version())).body(found);
    }

    @Operation(summary = "Close: it is not checked again, and what was presented is forgotten")
    @PostMapping(path = "/{id}/closing", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(ProvisionalForm.Closing.class)
    @Gives(value = ProvisionalDecision.class, status = 200)
    ResponseEntity<byte[]> close(Write write, JsonBody body, @PathVariable UUID id) {
        return desk.close(write, id, body);
    }
}
