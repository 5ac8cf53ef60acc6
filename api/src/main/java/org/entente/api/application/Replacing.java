package org.entente.api.application;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.entente.api.application.Application.Decision;
import org.entente.api.audit.Audit;
import org.entente.api.node.Statements;
import org.entente.api.problem.Refusal;
import org.entente.client.origin.RequestName;
import org.entente.client.outbox.Receipt;
import org.entente.model.origin.OriginStatement;
import org.entente.model.statement.StatementId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** States the certificate of an approved replacement, once what it replaces is cancelled for good. */
@Component
class Replacing {
    private static final String ROUTE = "application replacement";

    private final ApplicationStore applications;
    private final Statements statements;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Replacing(
            ApplicationStore applications,
            Statements statements,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.applications = applications;
        this.statements = statements;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does it once, whichever of several instances sees it first.
     *
     * @return false if the statement is not accepted: then nothing is changed
     */
    boolean issue(long sequence, StatementId cancellation) {
        try {
            transaction.executeWithoutResult(status ->
                    applications.holdReplacement(sequence, cancellation).ifPresent(held -> issue(held, cancellation)));
            return true;
        } catch (Refusal refusal) {
            audit.noteByItself(
                    "application.replacement-refused",
                    String.valueOf(sequence),
                    refusal.code().name());
            return false;
        }
    }

    private void issue(Application held, StatementId cancellation) {
        Decision approval = held.decision().orElseThrow();
        RequestName name = new RequestName(
                approval.by(),
                ROUTE,
                cancellation.hex(),
                approval.by(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Receipt receipt = statements.say(statements.decidedBefore(
                name, held.certificate().importCountry().member(), new OriginStatement.Issued(held.certificate())));
        applications.stated(held, receipt.id());
        audit.noteByItself(
                "application.replacement-stated",
                held.id().toString(),
                receipt.id().hex());
    }
}
