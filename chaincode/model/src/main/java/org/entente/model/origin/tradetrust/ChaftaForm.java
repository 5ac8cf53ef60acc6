package org.entente.model.origin.tradetrust;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.tradetrust.ForeignDocument.Place;
import org.entente.model.origin.tradetrust.Remark.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Maps the header of the form; {@link ChaftaLines} maps its lines. */
final class ChaftaForm {
    private final Place in;
    private final Place consignment;
    private final RuleSets ruleSets;
    private final ObjectNode draft = JsonNodeFactory.instance.objectNode();
    private final DraftWriter writer = new DraftWriter();

    ChaftaForm(Place in, RuleSets ruleSets) {
        this.in = in;
        this.consignment = in.get("supplyChainConsignment");
        this.ruleSets = ruleSets;
    }

    ObjectNode draft() {
        return draft;
    }

    Map<String, String> sources() {
        return writer.sources();
    }

    void map() {
        mapAgreement();
        writer.convert(in.get("iD"), draft, "", "referenceNo", "last part of the identifier", DraftWriter::lastPart);
        writer.copy(in.path("issuer", "name"), draft, "", "office");
        writer.convert(in.get("issueDateTime"), draft, "", "issuedAt", "day in UTC", DraftWriter::day);
        mapParty(consignment.get("exporter"), "exporter");
        mapParty(consignment.get("importer"), "consignee");
        mapProducer();
        writer.copy(consignment.path("exportCountry", "code"), draft, "", "exportCountry");
        writer.copy(consignment.path("importCountry", "code"), draft, "", "importCountry");
        mapTransport();
        new ChaftaLines(draft, writer).map(consignment);
    }

    private void mapAgreement() {
        Place place = in.get("freeTradeAgreement");
        place.text().ifPresent(name -> {
            Optional<RuleSet> ruleSet = ruleSets.all().reversed().stream()
                    .filter(each -> each.agreement().value().equals(name.toUpperCase(Locale.ROOT))
                            || each.title().equalsIgnoreCase(name))
                    .findFirst();
            writer.put(
                    place,
                    draft,
                    "",
                    "agreement",
                    ruleSet.map(each -> each.agreement().value()).orElse(name));
            ruleSet.ifPresent(known -> {
                writer.put(place, draft, "", "ruleSet", known.name());
                writer.put(place, draft, "", "formType", known.agreement().value());
                place.remark(Kind.ASSUMED, "rule set " + known.name() + " and its form");
            });
        });
    }

    private void mapParty(Place from, String name) {
        if (from.node().filter(JsonNode::isObject).isEmpty()) {
            return;
        }
        String at = "/" + name;
        ObjectNode party = draft.putObject(name);
        writer.source(at, from);
        from.get("iD").text().ifPresent(id -> {
            int cut = id.lastIndexOf(':');
            if (cut > 0 && cut < id.length() - 1) {
                party.putObject("id").put("scheme", id.substring(0, cut)).put("value", id.substring(cut + 1));
                from.get("iD").remark(Kind.CONVERTED, "register and value");
            } else {
                from.get("iD").leave("no register and value");
            }
        });
        writer.copy(from.get("name"), party, at, "name");
        Place address = from.get("postalAddress");
        List<String> lines = List.of("line1", "line2", "cityName", "postcode", "countrySubDivisionName").stream()
                .flatMap(part -> address.get(part).text().stream())
                .toList();
        if (!lines.isEmpty()) {
            writer.put(address, party, at, "address", String.join(", ", lines));
            address.remark(Kind.CONVERTED, "one text");
        }
        writer.copy(address.get("countryCode"), party, at, "country");
    }

    /** A certificate names one producer; the form names one for each group of lines. */
    private void mapProducer() {
        List<Place> manufacturers = consignment.get("includedConsignmentItems").entries().stream()
                .map(item -> item.get("manufacturer"))
                .filter(place -> place.node().isPresent())
                .toList();
        Set<JsonNode> distinct = new HashSet<>();
        manufacturers.forEach(place -> place.node().ifPresent(distinct::add));
        if (distinct.size() == 1) {
            manufacturers.forEach(place -> mapParty(place, "producer"));
        } else {
            manufacturers.forEach(place -> place.remark(Kind.UNMAPPED, "several producers, a certificate names one"));
        }
    }

    private void mapTransport() {
        ObjectNode transport = draft.putObject("transport");
        String at = "/transport";
        Place movement = consignment.get("mainCarriageTransportMovement");
        writer.source(at, movement);
        writer.convert(
                movement.path("departureEvent", "departureDateTime"),
                transport,
                at,
                "departureDate",
                "day in UTC",
                DraftWriter::day);
        writer.convert(movement.get("iD"), transport, at, "vessel", "last part of the identifier", voyage -> {
            Optional<String> means = movement.path("usedTransportMeans", "name").text();
            return DraftWriter.lastPart(voyage)
                    .map(last -> means.map(name -> name + " " + last).orElse(last));
        });
        writer.convert(
                consignment.path("loadingBaseportLocation", "iD"),
                transport,
                at,
                "loading",
                "UN/LOCODE",
                DraftWriter::lastPart);
        writer.convert(
                consignment.path("unloadingBaseportLocation", "iD"),
                transport,
                at,
                "discharge",
                "UN/LOCODE",
                DraftWriter::lastPart);
    }
}
