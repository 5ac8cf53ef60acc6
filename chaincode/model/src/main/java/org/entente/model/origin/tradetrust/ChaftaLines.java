package org.entente.model.origin.tradetrust;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.CriterionClaim;
import org.entente.model.origin.certificate.DecimalText;
import org.entente.model.origin.tradetrust.ForeignDocument.Place;
import org.entente.model.origin.tradetrust.Remark.Kind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Maps the lines of the form. It has no quantity: the gross weight in kilograms stands in for it, and is named so. */
final class ChaftaLines {
    private static final Pattern WEIGHT = Pattern.compile(
            "([0-9]{1,9}(?:\\.[0-9]{1,6})?) *(kgs?|kgm|kilograms?|t|tonnes?|g|grams?)", Pattern.CASE_INSENSITIVE);

    private final ArrayNode items;
    private final ObjectNode draft;
    private final DraftWriter writer;

    ChaftaLines(ObjectNode draft, DraftWriter writer) {
        this.draft = draft;
        this.items = draft.putArray("items");
        this.writer = writer;
    }

    void map(Place consignment) {
        for (Place group : consignment.get("includedConsignmentItems").entries()) {
            Place criterion = group.path("crossBorderRegulatoryProcedure", "originCriteriaText");
            for (Place line : group.get("tradeLineItems").entries()) {
                mapLine(line, criterion);
            }
        }
    }

    private void mapLine(Place line, Place criterion) {
        String at = "/items/" + items.size();
        ObjectNode item = items.addObject();
        writer.source(at, line);
        line.get("sequenceNumber").integer().ifPresent(number -> {
            item.put("no", number);
            writer.source(at + "/no", line.get("sequenceNumber"));
        });
        Place product = line.get("tradeProduct");
        writer.copy(product.get("description"), item, at, "description");
        writer.convert(
                product.path("harmonisedTariffCode", "classCode"),
                item,
                at,
                "hs",
                "digits",
                code -> Optional.of(code.replaceAll("[. ]", "")));
        assumeEdition(product.path("harmonisedTariffCode", "classCode"), item);
        writer.copy(product.path("originCountry", "code"), item, at, "originCountry");
        mapCriterion(criterion, item, at);
        mapInvoice(line.get("invoiceReference"), item, at);
        mapWeight(line.get("transportPackages"), item, at);
    }

    /** The form does not say which edition of the Harmonized System it means: the one in force at issue. */
    private void assumeEdition(Place code, ObjectNode item) {
        String issued = draft.path("issuedAt").asString("");
        if (issued.length() == 10) {
            int year = Integer.parseInt(issued.substring(0, 4));
            CertificateItem.HS_EDITIONS.stream()
                    .filter(edition -> edition <= year)
                    .max(Integer::compare)
                    .ifPresent(edition -> {
                        item.put("hsEdition", edition);
                        code.remark(Kind.ASSUMED, "edition " + edition + " of the Harmonized System");
                    });
        }
    }

    private void mapCriterion(Place place, ObjectNode item, String at) {
        place.text().ifPresent(text -> {
            try {
                CriterionClaim claim = CriterionClaim.parsePaper(text);
                claim.codes().forEach(code -> item.withArray("criteria").add(code));
                claim.percent().ifPresent(percent -> item.put("rvcPercent", percent));
                writer.source(at + "/criteria", place);
                if (!claim.codes().equals(List.of(text))) {
                    place.remark(Kind.CONVERTED, "criteria " + claim);
                }
            } catch (IllegalArgumentException e) {
                place.leave("not readable as an origin criterion");
            }
        });
    }

    private void mapInvoice(Place place, ObjectNode item, String at) {
        if (place.node().isEmpty()) {
            return;
        }
        ObjectNode invoice = item.putArray("invoices").addObject();
        String to = at + "/invoices/0";
        writer.source(to, place);
        writer.convert(place.get("iD"), invoice, to, "number", "last part of the identifier", DraftWriter::lastPart);
        writer.convert(place.get("formattedIssueDateTime"), invoice, to, "date", "day in UTC", DraftWriter::day);
    }

    private void mapWeight(Place packages, ObjectNode item, String at) {
        BigDecimal kilograms = BigDecimal.ZERO;
        boolean complete = !packages.entries().isEmpty();
        for (Place each : packages.entries()) {
            Place place = each.get("grossWeight");
            Optional<BigDecimal> weight = place.text().flatMap(ChaftaLines::kilograms);
            complete &= weight.isPresent();
            if (weight.isPresent()) {
                kilograms = kilograms.add(weight.get());
                place.remark(Kind.CONVERTED, DecimalText.write(weight.get()) + " KGM");
            } else if (place.node().isPresent()) {
                place.leave("not readable as a weight");
            }
        }
        if (complete) {
            String total = DecimalText.write(kilograms);
            writer.put(packages, item, at, "grossWeightKg", total);
            writer.put(packages, item, at, "quantity", total);
            item.put("unit", "KGM");
            packages.remark(
                    Kind.ASSUMED, "the form has no quantity: the gross weight of " + total + " KGM stands in for it");
        }
    }

    private static Optional<BigDecimal> kilograms(String text) {
        Matcher weight = WEIGHT.matcher(text.strip());
        if (!weight.matches()) {
            return Optional.empty();
        }
        int shift = switch (weight.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
            case 't' -> 3;
            case 'g' -> -3;
            default -> 0;
        };
        return Optional.of(new BigDecimal(weight.group(1)).scaleByPowerOfTen(shift));
    }
}
