package org.entente.api.node;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.entente.api.idempotency.Write;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.client.MemberNode;
import org.entente.client.origin.CertificateClient;
import org.entente.client.origin.RequestName;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Receipt;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says what an officer decided: judged first, then accepted in the very transaction in which the decision is stored. */
@Component
public class Statements {
    private static final String BODY = "/body";

    private final MemberNode node;
    private final CertificateClient certificates;
    private final DataSource pool;
    private final InstantSource clock;
    private final List<StatementListener> listeners;

    Statements(
            MemberNode node,
            CertificateClient certificates,
            DataSource pool,
            InstantSource clock,
            List<StatementListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.node = node;
        this.certificates = certificates;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Judges a statement on what is known now. To be called before the transaction.
     *
     * @param write the officer's request
     * @param audience to whom
     * @param statement what
     * @return what {@link #say} takes
     * @throws Refusal with every finding
     */
    public StatementRequest judged(Write write, MemberId audience, OriginStatement statement) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // With the type: one request may say several things, and each statement has an id of its own.
        RequestName name = new RequestName(
                write.caller().account(),
                write.route() + " " + statement.type().name(),
                write.key(),
                write.caller().account(),
                now);
        return switch (certificates.judged(name, audience, statement)) {
            case Checked.Accepted<StatementRequest>(var request, var remarks) -> request;
            case Checked.Rejected<StatementRequest>(var findings) -> throw refused(findings);
        };
    }

    /**
     * A statement that is judged only when it is numbered, so that its findings are kept with it: for what was decided
     * before and could not be said until now.
     *
     * @param name names the request; the same name is the same statement
     * @param audience to whom
     * @param statement what
     * @return what {@link #say} takes
     */
    public StatementRequest decidedBefore(RequestName name, MemberId audience, OriginStatement statement) {
        return CertificateClient.request(name, audience, statement);
    }

    /** Pointers say where the caller's own body has it, not where the envelope has it. */
    private static Refusal refused(List<Finding> findings) {
        return new Refusal(
                ApiCode.REQUEST_REFUSED,
                "see errors",
                findings.stream()
                        .map(finding -> finding.pointer().startsWith(BODY)
                                ? new Finding(
                                        finding.code(),
                                        finding.pointer().substring(BODY.length()),
                                        finding.detail(),
                                        finding.law())
                                : finding)
                        .toList());
    }

    /**
     * Accepts a statement within the present transaction; once that commits, it will reach the ledger or be shown with the
     * reason why not.
     *
     * @param request from {@link #judged}
     * @return its receipt
     */
    public Receipt say(StatementRequest request) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a statement is said within the transaction of the decision");
        }
        return switch (accepted(request)) {
            case Acceptance.Accepted(var receipt) -> {
                listeners.forEach(each -> each.accepted(said(request), receipt));
                yield announced(receipt);
            }
            case Acceptance.Repeated(var receipt) -> receipt;
            case Acceptance.KeyReused(var reason) -> throw Refusal.of(ApiCode.REQUEST_KEY_REUSED, reason);
            case Acceptance.Invalid(var findings) -> throw new Refusal(ApiCode.REQUEST_REFUSED, "see errors", findings);
        };
    }

    private static OriginStatement said(StatementRequest request) {
        return switch (OriginStatement.read(request.type(), request.body())) {
            case Checked.Accepted<OriginStatement>(var statement, var remarks) -> statement;
            case Checked.Rejected<OriginStatement>(var findings) ->
                throw new IllegalStateException("an accepted statement cannot be read");
        };
    }

    private Acceptance accepted(StatementRequest request) {
        try {
            return node.outbox().acceptIn(DataSourceUtils.getConnection(pool), request);
        } catch (SQLException e) {
            throw new org.springframework.dao.DataAccessResourceFailureException("the outbox does not answer", e);
        }
    }

    private Receipt announced(Receipt receipt) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                node.outbox().announce(receipt.stream().audience());
            }
        });
        return receipt;
    }
}
