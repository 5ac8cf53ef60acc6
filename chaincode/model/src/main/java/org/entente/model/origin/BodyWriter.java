package org.entente.model.origin;

import java.util.Locale;
import org.entente.model.origin.OriginStatement.Acknowledged;
import org.entente.model.origin.OriginStatement.Cancelled;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Reason;
import org.entente.model.origin.OriginStatement.UseReversed;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes bodies: {@code schema/origin.certificate.*-1.json}. */
final class BodyWriter {
    private BodyWriter() {}

    static ObjectNode write(OriginStatement statement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (statement) {
            case Issued issued -> node.set("certificate", CertificateJson.write(issued.certificate()));
            case Acknowledged said -> {
                node.set("certificate", write(said.certificateId()));
                node.put("outcome", said.outcome().name().toLowerCase(Locale.ROOT));
                said.reasons()
                        .forEach(reason ->
                                write(reason, node.withArray("reasons").addObject()));
            }
            case Used used -> {
                node.set("certificate", write(used.certificateId()));
                write(used.use(), node);
                node.put("quantity", used.quantity().toString());
                node.put("unit", used.unit().value());
                node.put("presentedOn", used.presentedOn().toString());
            }
            case UseReversed reversed -> {
                node.set("certificate", write(reversed.certificateId()));
                write(reversed.use(), node);
                reversed.remark().ifPresent(remark -> node.put("remark", remark));
            }
            case Cancelled cancelled -> {
                node.set("certificate", write(cancelled.certificateId()));
                cancelled.remark().ifPresent(remark -> node.put("remark", remark));
            }
        }
        return node;
    }

    static ObjectNode write(CertificateId id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("issuer", id.issuer().value())
                .put("agreement", id.agreement().value())
                .put("referenceNo", id.referenceNo().value());
    }

    static void write(UseKey use, ObjectNode node) {
        node.put("item", use.item());
        node.put("declaration", use.declaration());
        node.put("declarationItem", use.declarationItem());
    }

    private static void write(Reason reason, ObjectNode node) {
        node.put("code", reason.code().name());
        reason.items().forEach(item -> node.withArray("items").add(item));
        reason.remark().ifPresent(remark -> node.put("remark", remark));
    }
}
