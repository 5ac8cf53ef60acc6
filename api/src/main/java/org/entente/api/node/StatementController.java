package org.entente.api.node;

import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Optional;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.client.MemberNode;
import org.entente.client.outbox.OutboxStatus;
import org.entente.model.statement.StatementId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far this member's own statements have come. */
@RestController
@RequestMapping(path = "/v1/statements", produces = MediaType.APPLICATION_JSON_VALUE)
class StatementController {
    private static final int LONGEST_WAIT = 60;

    private final MemberNode node;

    StatementController(MemberNode node) {
        this.node = node;
    }

    @Operation(summary = "How far a statement has come; waits for its end if asked to")
    @GetMapping("/{statement}")
    @AllowedFor({ISSUING_OFFICER, VERIFYING_OFFICER})
    ProgressView progress(@PathVariable String statement, @RequestParam(defaultValue = "0") int waitSeconds)
            throws InterruptedException {
        if (waitSeconds < 0 || waitSeconds > LONGEST_WAIT) {
            throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "waitSeconds is 0 to " + LONGEST_WAIT);
        }
        StatementId id = id(statement);
        Optional<OutboxStatus> now = node.outbox().status(id);
        boolean wait =
                waitSeconds > 0 && now.isPresent() && !now.get().progress().isSettled();
        return (wait ? node.outbox().awaitFinal(id, Duration.ofSeconds(waitSeconds)) : now)
                .map(ProgressView::of)
                .orElseThrow(Refusal::unknown);
    }

    private static StatementId id(String text) {
        try {
            return new StatementId(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.unknown();
        }
    }
}
