package org.entente.api.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.account.Exporters;
import org.entente.api.account.Organisation;
import org.entente.api.application.Application.Decision;
import org.entente.api.application.Application.State;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateDesk;
import org.entente.api.certificate.OwnCertificates;
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
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.statement.StatementId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Where applications are handed in and decided on. */
@Component
public class ApplicationDesk {
    private final ApplicationStore applications;
    private final ApplicationReading reading;
    private final ApplicationCheck check;
    private final Exporters exporters;
    private final OwnCertificates issued;
    private final Statements statements;
    private final Audit audit;
    private final InstantSource clock;

    ApplicationDesk(
            ApplicationStore applications,
            ApplicationReading reading,
            ApplicationCheck check,
            Exporters exporters,
            OwnCertificates issued,
            Statements statements,
            Audit audit,
            InstantSource clock) {
        this.applications = applications;
        this.reading = reading;
        this.check = check;
        this.exporters = exporters;
        this.issued = issued;
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an application in.
     *
     * @param caller who applies
     * @param exporter for whom; empty for the own organisation
     * @param replaces a certificate that this one replaces
     * @param json the certificate
     * @return what happens in the transaction
     * @throws Refusal with every finding
     */
    public Writes.Effect apply(
            Caller caller, Optional<UUID> exporter, Optional<CertificateId> replaces, JsonNode json) {
        Organisation organisation = exporters.chosen(caller, exporter);
        if (replaces.isPresent()
                && issued.find(replaces.get(), caller)
                        .filter(own -> own.exporter().equals(organisation.id()))
                        .isEmpty()) {
            throw Refusal.unknown();
        }
        return switch (check.check(json, List.of(organisation))) {
            case Checked.Rejected<Certificate>(var findings) ->
                throw new Refusal(ApiCode.REQUEST_REFUSED, "see errors", findings);
            case Checked.Accepted<Certificate>(var certificate, var remarks) ->
                () -> {
                    Application made = applications
                            .add(organisation, certificate, replaces, caller.account(), now())
                            .orElseThrow(() -> Refusal.of(ApiCode.REQUEST_REFUSED, ApplicationCheck.taken()));
                    audit.note(caller, "application.applied", made.id().toString(), "");
                    return Reply.created(
                            "/v1/applications/" + made.id(),
                            made.version(),
                            ApplicationView.of(made, null, null, remarks));
                };
        };
    }

    /**
     * Approves: the decision and the statement that issues the certificate are one transaction. A replacement is not
     * issued yet: first what it replaces is cancelled, and only when that stands is the certificate stated, see {@link
     * Replacing}. Said together, a partner's use of the old one in between would leave both standing, and the goods
     * covered twice.
     *
     * @param write the officer's request
     * @param id of the application
     * @return what happens in the transaction
     * @throws Refusal with every finding
     */
    public Writes.Effect approve(Write write, UUID id) {
        Application seen = undecided(reading.find(id, write.caller()), write);
        Optional<StatementRequest> cancellation = seen.replaces().map(old -> cancellation(write, old));
        StatementRequest request = statements.judged(
                write, seen.certificate().importCountry().member(), new OriginStatement.Issued(seen.certificate()));
        return () -> {
            Application held = undecided(applications.hold(id, write.caller()), write);
            Receipt receipt = cancellation
                    .map(said -> cancel(write, held.replaces().orElseThrow(), said))
                    .orElseGet(() -> statements.say(request));
            Decision decision = approval(write, receipt, cancellation.isPresent());
            applications.decide(held, State.APPROVED, decision);
            audit.note(
                    write.caller(),
                    "application.approved",
                    id.toString(),
                    receipt.id().hex());
            Application next = held.decided(State.APPROVED, decision);
            ProgressView progress = ProgressView.accepted(receipt);
            return cancellation.isPresent() ? decided(next, progress, null) : decided(next, null, progress);
        };
    }

    private Decision approval(Write write, Receipt receipt, boolean cancels) {
        Optional<StatementId> said = Optional.of(receipt.id());
        return new Decision(
                write.caller().account(),
                now(),
                Optional.empty(),
                cancels ? said : Optional.empty(),
                cancels ? Optional.empty() : said);
    }

    private Receipt cancel(Write write, CertificateId old, StatementRequest said) {
        Receipt receipt = statements.say(said);
        audit.note(
                write.caller(),
                CertificateDesk.CANCELLED,
                old.subject(),
                receipt.id().hex());
        return receipt;
    }

    /** First, so that the goods are never covered twice. */
    private StatementRequest cancellation(Write write, CertificateId old) {
        OwnCertificates.Own own = issued.find(old, write.caller()).orElseThrow(Refusal::unknown);
        return statements.judged(write, own.partner(), new OriginStatement.Cancelled(old, Optional.of("replaced")));
    }

    /**
     * Refuses, with the reason that the applicant will read.
     *
     * @param write the officer's request
     * @param id of the application
     * @param reason for the applicant
     * @return what happens in the transaction
     * @throws Refusal with every finding
     */
    public Writes.Effect refuse(Write write, UUID id, String reason) {
        return end(write, id, State.REFUSED, Optional.of(reason), "application.refused");
    }

    /**
     * Takes back, before an officer has decided.
     *
     * @param write the applicant's request
     * @param id of the application
     * @return what happens in the transaction
     * @throws Refusal with every finding
     */
    public Writes.Effect withdraw(Write write, UUID id) {
        return end(write, id, State.WITHDRAWN, Optional.empty(), "application.withdrawn");
    }

    private Writes.Effect end(Write write, UUID id, State state, Optional<String> reason, String action) {
        undecided(reading.find(id, write.caller()), write);
        return () -> {
            Application held = undecided(applications.hold(id, write.caller()), write);
            Decision decision =
                    new Decision(write.caller().account(), now(), reason, Optional.empty(), Optional.empty());
            applications.decide(held, state, decision);
            audit.note(write.caller(), action, id.toString(), "");
            return decided(held.decided(state, decision), null, null);
        };
    }

    private static Application undecided(Optional<Application> found, Write write) {
        Application application = found.orElseThrow(Refusal::unknown);
        write.requireVersion(application.version());
        if (!application.isOpen()) {
            throw Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "the application is " + application.state());
        }
        return application;
    }

    private static Reply decided(
            Application next, @Nullable ProgressView cancellation, @Nullable ProgressView progress) {
        return Reply.changed(next.version(), ApplicationView.of(next, cancellation, progress, List.of()));
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
