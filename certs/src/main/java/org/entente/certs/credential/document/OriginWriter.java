package org.entente.certs.credential.document;

import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes credentials: the certificate in the form of statements, with the terms that JSON-LD keeps for itself renamed. */
final class OriginWriter {
    private OriginWriter() {}

    static ObjectNode write(OriginCredential credential) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String context = OriginContext.address(credential.issuer());
        node.putArray("@context").add(OriginContext.CREDENTIALS_V2).add(context);
        node.put("id", credential.id().value());
        node.putArray("type").add("VerifiableCredential").add(OriginCredential.TYPE);
        node.putObject("issuer").put("id", credential.issuer()).put("name", credential.issuerName());
        node.put("validFrom", credential.validFrom().toString());
        node.put("validUntil", credential.validUntil().toString());
        ArrayNode status = node.putArray("credentialStatus");
        credential.status().forEach(entry -> status.add(entry.toJson()));
        node.putArray("relatedResource").addObject().put("id", context).put("digestSRI", OriginContext.DIGEST_SRI);
        credential.statement().ifPresent(reference -> {
            ObjectNode evidence = node.putArray("evidence").addObject();
            evidence.putArray("type").add(OriginReader.LEDGER_STATEMENT);
            evidence.put("statementId", reference.statement().hex());
            evidence.put("stream", reference.stream().collection());
        });
        ObjectNode subject = CertificateJson.write(credential.certificate());
        PartyIds.toCredential(subject);
        subject.putArray("type").add(OriginCredential.SUBJECT_TYPE);
        node.set("credentialSubject", subject);
        return node;
    }
}
