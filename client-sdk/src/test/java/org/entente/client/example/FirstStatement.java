package org.entente.client.example;

import java.time.Duration;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.statement.StatementId;

/** The example of the README. */
final class FirstStatement {
    private FirstStatement() {}

    // README: begin
    static String say(MemberNodeConfig config, StatementRequest request) throws InterruptedException {
        try (MemberNode node = MemberNode.start(config)) {
            return switch (node.outbox().accept(request)) {
                // Stored. It will reach the ledger, or be shown with the reason why not, even if this process dies now.
                case Acceptance.Accepted(var receipt) -> outcome(node, receipt.id());
                case Acceptance.Repeated(var receipt) -> outcome(node, receipt.id());
                case Acceptance.KeyReused(var reason) -> "another request has this key: " + reason;
                case Acceptance.Invalid(var findings) -> "no reader would accept it: " + findings;
            };
        }
    }

    private static String outcome(MemberNode node, StatementId id) throws InterruptedException {
        return switch (node.outbox()
                .awaitFinal(id, Duration.ofSeconds(30))
                .orElseThrow()
                .progress()) {
            case Progress.Final done -> "final at " + done.at() + ": " + done.standing();
            case Progress.Refused refused -> "breaks a rule, never sent: " + refused.findings();
            case Progress.Overtaken overtaken -> "the partner was faster: " + overtaken.by();
            case Progress.Quarantined quarantined -> "not counted: " + quarantined.findings();
            case Progress.Committed committed -> "on the ledger, not yet final: block " + committed.block();
            case Progress.InBatch inBatch -> "on its way as number " + inBatch.sequence();
            case Progress.Waiting waiting -> "waiting " + waiting.heldUpBy().orElse("for its turn");
        };
    }
    // README: end
}
