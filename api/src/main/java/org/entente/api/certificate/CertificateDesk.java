package org.entente.api.certificate;

import java.util.Optional;
import org.entente.api.audit.Audit;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.node.ProgressView;
import org.entente.api.node.Statements;
import org.entente.api.problem.Refusal;
import org.entente.client.outbox.Receipt;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where officers take back what they issued. */
@Component
public class CertificateDesk {
    /** The longest remark in characters. */
    public static final int LONGEST_REMARK = 500;

    /** What the audit calls it. */
    public static final String CANCELLED = "certificate.cancelled";

    private final IssuedStore issued;
    private final Statements statements;
    private final Writes writes;
    private final Audit audit;

    CertificateDesk(IssuedStore issued, Statements statements, Writes writes, Audit audit) {
        this.issued = issued;
        this.statements = statements;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * States to the partner that a certificate no longer counts, once.
     *
     * @param write the officer's request
     * @param id an own certificate
     * @param remark for people
     * @return how far the statement is
     * @throws Refusal with every finding, for example because something of it is used
     */
    public ResponseEntity<byte[]> cancel(Write write, CertificateId id, Optional<String> remark) {
        return writes.once(write, () -> {
            IssuedStore.Issued found = issued.find(id, write.caller()).orElseThrow(Refusal::unknown);
            StatementRequest request = statements.judged(
                    write, found.partner(), new OriginStatement.Cancelled(found.certificate(), remark));
            return () -> {
                Receipt receipt = statements.say(request);
                audit.note(
                        write.caller(),
                        CANCELLED,
                        found.certificate().subject(),
                        receipt.id().hex());
                return Reply.accepted(ProgressView.accepted(receipt));
            };
        });
    }
}
