package org.entente.certs.credential.document;

import java.util.List;
import org.entente.model.json.MemberWriter;
import org.entente.model.json.UtcTime;
import org.entente.model.origin.certificate.CertificateJson;

/**
 * Writes credentials, members in the order of RFC 8785: the certificate in the form of statements, with the terms that
 * JSON-LD keeps for itself renamed.
 */
final class OriginWriter {
    private static final List<String> TYPES = List.of("VerifiableCredential", OriginCredential.TYPE);
    private static final List<String> SUBJECT_TYPES = List.of(OriginCredential.SUBJECT_TYPE);
    private static final List<String> EVIDENCE_TYPES = List.of(OriginReader.LEDGER_STATEMENT);

    private OriginWriter() {}

    static void write(OriginCredential credential, MemberWriter out) {
        String context = OriginContext.address(credential.issuer());
        out.texts("@context", List.of(OriginContext.CREDENTIALS_V2, context));
        out.objects("credentialStatus", credential.status(), (inner, entry) -> entry.write(inner));
        out.object("credentialSubject", subject -> {
            CertificateJson.write(credential.certificate(), subject, PartyIds.REGISTRATION);
            subject.texts("type", SUBJECT_TYPES);
        });
        credential
                .statement()
                .ifPresent(reference -> out.objects("evidence", List.of(reference), OriginWriter::evidence));
        out.put("id", credential.id().value());
        out.object("issuer", issuer -> issuer.put("id", credential.issuer()).put("name", credential.issuerName()));
        out.objects(
                "relatedResource",
                List.of(context),
                (inner, address) ->
                        inner.put("digestSRI", OriginContext.DIGEST_SRI).put("id", address));
        out.texts("type", TYPES);
        out.put("validFrom", UtcTime.write(credential.validFrom()));
        out.put("validUntil", UtcTime.write(credential.validUntil()));
    }

    private static void evidence(MemberWriter out, LedgerReference reference) {
        out.put("statementId", reference.statement().hex());
        out.put("stream", reference.stream().collection());
        out.texts("type", EVIDENCE_TYPES);
    }
}
