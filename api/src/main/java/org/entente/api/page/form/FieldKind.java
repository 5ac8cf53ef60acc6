package org.entente.api.page.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the text of a field becomes JSON. Fields that are not listed here do not exist: nothing else is bound. */
enum FieldKind {
    /** A whole number in JSON, where the text is one. */
    NUMBER("/items/\\d+/(?:no|hsEdition|rvcPercent|packages/count)|/originals/\\d+/item"),
    /** Several words, separated by commas, semicolons or white space. */
    WORDS("/transport/(?:transit|containers)"),
    /** Criteria as on paper: {@code WO}, {@code CTSH + 35%}. */
    CRITERIA("/items/\\d+/criteria"),
    /** Boxes that are ticked. */
    CHOICES("/flags"),
    /** Text as it was typed, without spaces around it. */
    TEXT("/(?:agreement|ruleSet|formType|referenceNo|office|issuedAt|ceCode|exportCountry|importCountry)"
            + "|/(?:exporter|producer|consignee|thirdPartyInvoicer)/(?:name|address|country|id/scheme|id/value)"
            + "|/transport/(?:departureDate|vessel|loading|discharge)"
            + "|/exhibition/(?:name|address)"
            + "|/originals/\\d+/(?:referenceNo|date|country|quantity|unit)"
            + "|/items/\\d+/(?:hs|description|marks|quantity|unit|grossWeightKg|originCountry)"
            + "|/items/\\d+/(?:packages/kind|fob/amount|fob/currency|invoices/\\d+/(?:number|date))");

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
