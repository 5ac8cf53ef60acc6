package org.entente.model.origin.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes certificates. What is empty is left out. */
final class CertificateWriter {
    private CertificateWriter() {}

    static ObjectNode write(Certificate certificate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("agreement", certificate.agreement().value());
        node.put("ruleSet", certificate.ruleSet());
        node.put("formType", certificate.form());
        node.put("referenceNo", certificate.referenceNo().value());
        node.put("office", certificate.office());
        node.put("issuedAt", certificate.issuedAt().toString());
        node.set("exporter", party(certificate.exporter()));
        certificate.producer().ifPresent(party -> node.set("producer", party(party)));
        node.set("consignee", party(certificate.consignee()));
        node.put("exportCountry", certificate.exportCountry().value());
        node.put("importCountry", certificate.importCountry().value());
        node.set("transport", transport(certificate.transport()));
        for (Flag flag : Flag.values()) {
            if (certificate.flags().contains(flag)) {
                node.withArray("flags").add(flag.wire());
            }
        }
        list(node, "originals", certificate.originals(), CertificateWriter::original);
        certificate.thirdPartyInvoicer().ifPresent(party -> node.set("thirdPartyInvoicer", party(party)));
        certificate
                .exhibition()
                .ifPresent(exhibition -> node.putObject("exhibition")
                        .put("name", exhibition.name())
                        .put("address", exhibition.address()));
        certificate.ceCode().ifPresent(code -> node.put("ceCode", code));
        list(node, "items", certificate.items(), CertificateWriter::item);
        return node;
    }

    private static ObjectNode party(Party party) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        party.id()
                .ifPresent(id -> node.putObject("id").put("scheme", id.scheme()).put("value", id.value()));
        node.put("name", party.name());
        optional(node, "address", party.address());
        node.put("country", party.country().value());
        return node;
    }

    private static ObjectNode transport(Transport transport) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        optional(node, "departureDate", transport.departureDate());
        optional(node, "vessel", transport.vessel());
        optional(node, "loading", transport.loading());
        optional(node, "discharge", transport.discharge());
        transport.transit().forEach(country -> node.withArray("transit").add(country.value()));
        transport.containers().forEach(number -> node.withArray("containers").add(number));
        return node;
    }

    private static void original(ObjectNode node, Original original) {
        node.put("referenceNo", original.referenceNo().value());
        node.put("date", original.date().toString());
        node.put("country", original.country().value());
        node.put("item", original.item());
        node.put("quantity", original.quantity().toString());
        node.put("unit", original.unit().value());
    }

    private static void item(ObjectNode node, CertificateItem item) {
        node.put("no", item.number());
        node.put("hs", item.hs().digits());
        node.put("hsEdition", item.hsEdition());
        node.put("description", item.description());
        optional(node, "marks", item.marks());
        item.packages()
                .ifPresent(packages -> node.putObject("packages")
                        .put("count", packages.number())
                        .put("kind", packages.kind()));
        node.put("quantity", item.quantity().toString());
        node.put("unit", item.unit().value());
        optional(node, "grossWeightKg", item.grossWeightKg());
        item.fob()
                .ifPresent(fob -> node.putObject("fob")
                        .put("amount", DecimalText.write(fob.amount()))
                        .put("currency", fob.currency()));
        item.criterion().codes().forEach(code -> node.withArray("criteria").add(code));
        item.criterion().percent().ifPresent(percent -> node.put("rvcPercent", percent));
        list(
                node,
                "invoices",
                item.invoices(),
                (entry, invoice) -> entry.put("number", invoice.number())
                        .put("date", invoice.date().toString()));
        node.put("originCountry", item.originCountry().value());
    }

    private static void optional(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(given -> node.put(name, given.toString()));
    }

    private static <T> void list(ObjectNode node, String name, List<T> values, BiConsumer<ObjectNode, T> writer) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(value -> writer.accept(array.addObject(), value));
        }
    }
}
