package org.entente.api.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Caller;
import org.entente.api.account.Organisation;
import org.entente.api.application.Application.Decision;
import org.entente.api.application.Application.State;
import org.entente.api.audit.Audit;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.node.ProgressView;
import org.entente.api.node.Statements;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.client.outbox.Receipt;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.Certificate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Where applications are handed in and decided on. */
@Component
class ApplicationDesk {
    private final ApplicationStore applications;
    private final ApplicationCheck check;
    private final AccountStore accounts;
    private final Statements statements;
    private final Audit audit;
    private final InstantSource clock;

    ApplicationDesk(
            ApplicationStore applications,
            ApplicationCheck check,
            AccountStore accounts,
            Statements statements,
            Audit audit,
            InstantSource clock) {
        this.applications = applications;
        this.check = check;
        this.accounts = accounts;
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes an application in. */
    Writes.Effect apply(Caller caller, Optional<UUID> exporter, JsonNode json) {
        Organisation organisation = exporter(caller, exporter);
        return switch (check.check(json)) {
            case Checked.Rejected<Certificate>(var findings) ->
                throw new Refusal(ApiCode.REQUEST_REFUSED, "see errors", findings);
            case Checked.Accepted<Certificate>(var certificate, var remarks) ->
                () -> {
                    Application made = applications
                            .add(organisation, certificate, caller.account(), now())
                            .orElseThrow(() -> Refusal.of(ApiCode.REQUEST_REFUSED, ApplicationCheck.taken()));
                    audit.note(caller, "application.applied", made.id().toString(), "");
                    return Reply.created(
                            "/v1/applications/" + made.id(), made.version(), ApplicationView.of(made, null, remarks));
                };
        };
    }

    private Organisation exporter(Caller caller, Optional<UUID> named) {
        UUID id = named.orElseGet(() -> {
            if (!caller.exporters().contains(caller.organisation())) {
                throw Refusal.of(
                        ApiCode.REQUEST_PARAMETER_INVALID,
                        Finding.of(ApplicationCode.APPLICATION_EXPORTER_MISSING, "", "add ?exporter= to the address"));
            }
            return caller.organisation();
        });
        return caller.exporters().contains(id)
                ? accounts.organisation(id).orElseThrow(Refusal::unknown)
                : refuseUnknown();
    }

    private static Organisation refuseUnknown() {
        throw Refusal.unknown();
    }

    /** Approves: the decision and the statement that issues the certificate are one transaction. */
    Writes.Effect approve(Write write, UUID id) {
        Application seen = undecided(applications.find(id, write.caller()), write);
        StatementRequest request = statements.judged(
                write, seen.certificate().importCountry().member(), new OriginStatement.Issued(seen.certificate()));
        return () -> {
            Application held = undecided(applications.hold(id, write.caller()), write);
            Receipt receipt = statements.say(request);
            Decision decision =
                    new Decision(write.caller().account(), now(), Optional.empty(), Optional.of(receipt.id()));
            applications.decide(held, State.APPROVED, decision);
            audit.note(
                    write.caller(),
                    "application.approved",
                    id.toString(),
                    receipt.id().hex());
            return decided(held, State.APPROVED, decision, ProgressView.accepted(receipt));
        };
    }

    /** Refuses, with the reason that the applicant will read. */
    Writes.Effect refuse(Write write, UUID id, String reason) {
        return end(write, id, State.REFUSED, Optional.of(reason), "application.refused");
    }

    /** Takes back, before an officer has decided. */
    Writes.Effect withdraw(Write write, UUID id) {
        return end(write, id, State.WITHDRAWN, Optional.empty(), "application.withdrawn");
    }

    private Writes.Effect end(Write write, UUID id, State state, Optional<String> reason, String action) {
        return () -> {
            Application held = undecided(applications.hold(id, write.caller()), write);
            Decision decision = new Decision(write.caller().account(), now(), reason, Optional.empty());
            applications.decide(held, state, decision);
            audit.note(write.caller(), action, id.toString(), "");
            return decided(held, state, decision, null);
        };
    }

    private static Application undecided(Optional<Application> found, Write write) {
        Application application = found.orElseThrow(Refusal::unknown);
        write.requireVersion(application.version());
        if (application.state() != State.APPLIED) {
            throw Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "the application is " + application.state());
        }
        return application;
    }

    private static Reply decided(
            Application held,
            State state,
            Decision decision,
            @org.jspecify.annotations.Nullable ProgressView progress) {
        Application next = new Application(
                held.sequence(),
                held.id(),
                held.exporter(),
                state,
                held.version() + 1,
                held.certificate(),
                held.appliedBy(),
                held.appliedAt(),
                Optional.of(decision));
        return Reply.changed(next.version(), ApplicationView.of(next, progress, List.of()));
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
