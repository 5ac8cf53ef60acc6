package org.entente.api.inbox;

import java.util.List;
import org.entente.api.body.JsonBody;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.JsonCode;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an officer says of a certificate: the statement's body without the certificate, which the path names. */
final class InboxStatement {
    private static final String CERTIFICATE = "certificate";
    private static final String BODY = "/body";

    private InboxStatement() {}

    static OriginStatement read(StatementType type, CertificateId id, JsonBody body) {
        if (!(body.json() instanceof ObjectNode said)) {
            throw refused(List.of(Finding.of(JsonCode.JSON_TYPE_WRONG, "", "an object is expected")));
        }
        if (said.has(CERTIFICATE)) {
            throw refused(List.of(Finding.of(JsonCode.JSON_MEMBER_UNKNOWN, "/" + CERTIFICATE, "the path names it")));
        }
        ObjectNode whole = said.deepCopy();
        whole.putObject(CERTIFICATE)
                .put("issuer", id.issuer().value())
                .put("agreement", id.agreement().value())
                .put("referenceNo", id.referenceNo().value());
        return switch (OriginStatement.read(type, whole)) {
            case Checked.Accepted<OriginStatement>(var statement, var remarks) -> statement;
            case Checked.Rejected<OriginStatement>(var findings) ->
                throw refused(findings.stream().map(InboxStatement::moved).toList());
        };
    }

    /** Where the officer's own body has it. */
    private static Finding moved(Finding finding) {
        return finding.pointer().startsWith(BODY)
                ? new Finding(
                        finding.code(), finding.pointer().substring(BODY.length()), finding.detail(), finding.law())
                : finding;
    }

    private static Refusal refused(List<Finding> findings) {
        return new Refusal(ApiCode.REQUEST_BODY_INVALID, "see errors", findings);
    }
}
