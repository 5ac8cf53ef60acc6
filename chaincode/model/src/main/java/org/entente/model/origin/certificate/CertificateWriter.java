package org.entente.model.origin.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.json.MemberWriter;

/** Writes certificates, members in the order of RFC 8785. What is empty is left out. */
final class CertificateWriter {
    private final String identifier;
    private final boolean identifierBeforeName;

    /** @param identifier the name of a party's registered identifier */
    CertificateWriter(String identifier) {
        this.identifier = identifier;
        this.identifierBeforeName = identifier.compareTo("name") < 0;
    }

    void write(Certificate certificate, MemberWriter out) {
        out.put("agreement", certificate.agreement().value());
        out.optional("ceCode", certificate.ceCode());
        party(out, "consignee", Optional.of(certificate.consignee()));
        certificate
                .exhibition()
                .ifPresent(exhibition -> out.object(
                        "exhibition",
                        inner -> inner.put("address", exhibition.address()).put("name", exhibition.name())));
        out.put("exportCountry", certificate.exportCountry().value());
        party(out, "exporter", Optional.of(certificate.exporter()));
        out.texts("flags", flags(certificate));
        out.put("formType", certificate.form());
        out.put("importCountry", certificate.importCountry().value());
        out.put("issuedAt", certificate.issuedAt().toString());
        out.objects("items", certificate.items(), CertificateWriter::item);
        out.put("office", certificate.office());
        out.objects("originals", certificate.originals(), CertificateWriter::original);
        party(out, "producer", certificate.producer());
        out.put("referenceNo", certificate.referenceNo().value());
        out.put("ruleSet", certificate.ruleSet());
        party(out, "thirdPartyInvoicer", certificate.thirdPartyInvoicer());
        out.object("transport", inner -> transport(inner, certificate.transport()));
    }

    /** In the order of the form. */
    private static List<String> flags(Certificate certificate) {
        if (certificate.flags().isEmpty()) {
            return List.of();
        }
        List<String> flags = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (certificate.flags().contains(flag)) {
                flags.add(flag.wire());
            }
        }
        return flags;
    }

    private void party(MemberWriter out, String name, Optional<Party> given) {
        given.ifPresent(party -> out.object(name, inner -> {
            inner.optional("address", party.address());
            inner.put("country", party.country().value());
            if (identifierBeforeName) {
                identifier(inner, party);
            }
            inner.put("name", party.name());
            if (!identifierBeforeName) {
                identifier(inner, party);
            }
        }));
    }

    private void identifier(MemberWriter out, Party party) {
        party.id()
                .ifPresent(id -> out.object(
                        identifier, inner -> inner.put("scheme", id.scheme()).put("value", id.value())));
    }

    private static void transport(MemberWriter out, Transport transport) {
        out.texts("containers", transport.containers());
        out.optional("departureDate", transport.departureDate());
        out.optional("discharge", transport.discharge());
        out.optional("loading", transport.loading());
        if (!transport.transit().isEmpty()) {
            out.texts(
                    "transit",
                    transport.transit().stream().map(CountryCode::value).toList());
        }
        out.optional("vessel", transport.vessel());
    }

    private static void original(MemberWriter out, Original original) {
        out.put("country", original.country().value());
        out.put("date", original.date().toString());
        out.put("item", original.item());
        out.put("quantity", original.quantity().toString());
        out.put("referenceNo", original.referenceNo().value());
        out.put("unit", original.unit().value());
    }

    private static void item(MemberWriter out, CertificateItem item) {
        out.texts("criteria", item.criterion().codes());
        out.put("description", item.description());
        item.fob()
                .ifPresent(fob -> out.object(
                        "fob",
                        inner -> inner.put("amount", fob.amount().toPlainString())
                                .put("currency", fob.currency())));
        out.optional("grossWeightKg", item.grossWeightKg());
        out.put("hs", item.hs().digits());
        out.put("hsEdition", item.hsEdition());
        out.objects(
                "invoices",
                item.invoices(),
                (inner, invoice) -> inner.put("date", invoice.date().toString()).put("number", invoice.number()));
        out.optional("marks", item.marks());
        out.put("no", item.number());
        out.put("originCountry", item.originCountry().value());
        item.packages()
                .ifPresent(packages -> out.object(
                        "packages",
                        inner -> inner.put("count", packages.number()).put("kind", packages.kind())));
        out.put("quantity", item.quantity().toString());
        item.criterion().percent().ifPresent(percent -> out.put("rvcPercent", percent));
        out.put("unit", item.unit().value());
    }
}
