package org.entente.client.dispatch;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Finding;
import org.entente.model.statement.StatementId;

/**
 * Why a waiting statement gets no number now.
 *
 * @param outboxId its row
 * @param state the row's new state: H, R, O or S
 * @param code for H, why it is held up
 * @param findings reasons
 * @param overtakenBy for O, what came first
 */
record Verdict(
        long outboxId, String state, Optional<String> code, List<Finding> findings, Optional<StatementId> overtakenBy) {
    static Verdict held(WaitingRow row, DispatchCode code) {
        return new Verdict(row.outboxId(), "H", Optional.of(code.name()), List.of(), Optional.empty());
    }

    static Verdict refused(WaitingRow row, List<Finding> findings) {
        return new Verdict(row.outboxId(), "R", Optional.empty(), findings, Optional.empty());
    }

    static Verdict overtaken(WaitingRow row, StatementId by, Finding reason) {
        return new Verdict(row.outboxId(), "O", Optional.empty(), List.of(reason), Optional.of(by));
    }

    static Verdict saidBefore(WaitingRow row) {
        return new Verdict(row.outboxId(), "S", Optional.empty(), List.of(), Optional.empty());
    }
}
