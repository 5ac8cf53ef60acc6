package org.entente.api.administration;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.Role;
import org.entente.api.audit.AuditList;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.security.AllowedFor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit over HTTP. */
@RestController
class AuditController {
    private final AuditList audit;

    AuditController(AuditList audit) {
        this.audit = audit;
    }

    /**
     * A page of notes.
     *
     * @param items newest first
     */
    record Notes(List<AuditList.Entry> items) {}

    @Operation(summary = "Who looked and who decided, newest first")
    @GetMapping(path = "/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor(Role.ADMINISTRATOR)
    ResponseEntity<Notes> notes(
            PageRequest page,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String action) {
        Paged<AuditList.Entry> paged = Paged.of(
                audit.newest(
                        new AuditList.Wanted(
                                Optional.ofNullable(subject),
                                Optional.ofNullable(account),
                                Optional.ofNullable(action)),
                        Paged.number(page, Long.MAX_VALUE),
                        page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.id()));
        return paged.answer(() -> new Notes(paged.items()));
    }
}
