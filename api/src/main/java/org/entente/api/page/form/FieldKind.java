package org.entente.api.page.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the text of a field becomes JSON. Fields that are not listed here do not exist: nothing else is bound. Indices are
 * bounded, since a list is made as long as the largest one says.
 */
enum FieldKind {
    /** A whole number in JSON, where the text is one. */
    NUMBER("/items/\\d{1,4}/(?:no|hsEdition|rvcPercent|packages/count)|/originals/\\d{1,2}/item"),
    /** Several words, separated by commas, semicolons or white space. */
    WORDS("/transport/(?:transit|containers)"),
    /** Criteria as on paper: {@code WO}, {@code CTSH + 35%}. */
    CRITERIA("/items/\\d{1,4}/criteria"),
    /** Boxes that are ticked. */
    CHOICES("/flags"),
    /** Text as it was typed, without spaces around it. */
    TEXT("/(?:agreement|ruleSet|formType|referenceNo|office|issuedAt|ceCode|exportCountry|importCountry)"
            + "|/(?:exporter|producer|consignee|thirdPartyInvoicer)/(?:name|address|country|id/scheme|id/value)"
            + "|/transport/(?:departureDate|vessel|loading|discharge)"
            + "|/exhibition/(?:name|address)"
            + "|/originals/\\d{1,2}/(?:referenceNo|date|country|quantity|unit)"
            + "|/items/\\d{1,4}/(?:hs|description|marks|quantity|unit|grossWeightKg|originCountry)"
            + "|/items/\\d{1,4}/(?:packages/kind|fob/amount|fob/currency|invoices/\\d{1,2}/(?:number|date))");

    private static final int LONGEST = 120;

    private final Pattern pointers;

    FieldKind(String pointers) {
        this.pointers = Pattern.compile(pointers);
    }

    /** The kind of a field; empty for a name that is none of the form's. */
    static Optional<FieldKind> of(String pointer) {
        if (pointer.length() > LONGEST || !pointer.startsWith("/")) {
            return Optional.empty();
        }
        return List.of(values()).stream()
                .filter(kind -> kind.pointers.matcher(pointer).matches())
                .findFirst();
    }
}
