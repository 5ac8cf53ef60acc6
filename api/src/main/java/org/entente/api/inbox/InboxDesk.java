package org.entente.api.inbox;

import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.node.ProgressView;
import org.entente.api.node.Statements;
import org.entente.api.problem.Refusal;
import org.entente.client.outbox.Receipt;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.statement.StatementType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where officers say something of a partner's certificate. */
@Component
public class InboxDesk {
    private final CertificateReading certificates;
    private final Statements statements;
    private final Writes writes;
    private final Audit audit;
    private final MemberId self;

    InboxDesk(CertificateReading certificates, Statements statements, Writes writes, Audit audit, MemberId self) {
        this.certificates = certificates;
        this.statements = statements;
        this.writes = writes;
        this.audit = audit;
        this.self = self;
    }

    /**
     * The certificate that a path names.
     *
     * @param name from a path
     * @return a certificate of another member
     * @throws Refusal as unknown, if it names none, or one of our own
     */
    public CertificateId certificate(String name) {
        CertificateId id = CertificateName.read(name);
        if (id.issuer().equals(self)) {
            throw Refusal.unknown();
        }
        return id;
    }

    /**
     * States it to the issuer, once.
     *
     * @param write the officer's request
     * @param id a partner's certificate
     * @param type what is said
     * @param body the statement's body without the certificate
     * @return how far the statement is
     * @throws Refusal with every finding
     */
    public ResponseEntity<byte[]> say(Write write, CertificateId id, StatementType type, JsonBody body) {
        OriginStatement statement = InboxStatement.read(type, id, body);
        return writes.once(write, () -> {
            if (certificates.standing(id, id.issuer()).isEmpty()) {
                throw Refusal.unknown();
            }
            StatementRequest request = statements.judged(write, id.issuer(), statement);
            return () -> {
                Receipt receipt = statements.say(request);
                audit.note(
                        write.caller(), type.name(), id.subject(), receipt.id().hex());
                return Reply.accepted(ProgressView.accepted(receipt));
            };
        });
    }
}
