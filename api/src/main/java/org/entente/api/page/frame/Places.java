package org.entente.api.page.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the places of a certificate (JSON Pointers) are called on the form. */
final class Places {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("agreement", "field.rule-set"),
            Map.entry("ruleSet", "field.rule-set"),
            Map.entry("formType", "field.form-type"),
            Map.entry("referenceNo", "field.reference"),
            Map.entry("office", "field.office"),
            Map.entry("issuedAt", "field.issued-at"),
            Map.entry("ceCode", "field.ce-code"),
            Map.entry("exportCountry", "field.export-country"),
            Map.entry("importCountry", "field.import-country"),
            Map.entry("exporter", "field.exporter"),
            Map.entry("consignee", "field.consignee"),
            Map.entry("producer", "field.producer"),
            Map.entry("thirdPartyInvoicer", "field.invoicer"),
            Map.entry("name", "field.name"),
            Map.entry("address", "field.address"),
            Map.entry("country", "field.country"),
            Map.entry("transport", "form.transport"),
            Map.entry("departureDate", "field.departure"),
            Map.entry("vessel", "field.vessel"),
            Map.entry("loading", "field.loading"),
            Map.entry("discharge", "field.discharge"),
            Map.entry("transit", "field.transit"),
            Map.entry("containers", "field.containers"),
            Map.entry("flags", "form.flags"),
            Map.entry("exhibition", "field.exhibition"),
            Map.entry("originals", "certificate.original"),
            Map.entry("items", "certificate.goods"),
            Map.entry("no", "field.no"),
            Map.entry("hs", "field.hs"),
            Map.entry("hsEdition", "field.hs-edition"),
            Map.entry("description", "field.description"),
            Map.entry("marks", "field.marks"),
            Map.entry("packages", "field.packages"),
            Map.entry("kind", "field.package-kind"),
            Map.entry("quantity", "field.quantity"),
            Map.entry("unit", "field.unit"),
            Map.entry("grossWeightKg", "field.gross"),
            Map.entry("fob", "field.fob"),
            Map.entry("currency", "field.currency"),
            Map.entry("criteria", "field.criteria"),
            Map.entry("rvcPercent", "field.rvc"),
            Map.entry("invoices", "field.invoice"),
            Map.entry("date", "field.invoice-date"),
            Map.entry("originCountry", "field.origin-country"));

    private Places() {}

    /** The messages that name a place, from the whole to the part; numbers stand as they are, counted from 1. */
    static List<String> of(String pointer) {
        List<String> names = new ArrayList<>();
        for (String part : pointer.split("/", -1)) {
            if (part.matches("\\d{1,6}")) {
                names.add(String.valueOf(Integer.parseInt(part) + 1));
            } else if (NAMES.containsKey(part)) {
                names.add(NAMES.get(part));
            }
        }
        return names;
    }
}
