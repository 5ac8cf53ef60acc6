package org.entente.api.page.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form, as it is drawn. The places themselves are known to {@code page.form}.
 *
 * @param kind the fragment that draws it: text, day or area
 * @param name the end of its JSON Pointer
 * @param label the message with its name
 * @param hint the message that says how to fill it in
 * @param look how wide it is
 */
public record FormField(
        String kind, String name, String label, @Nullable String hint, String look) {
    private static final String THIRD = "field--third";
    private static final String WHOLE = "field--whole";
    private static final String HALF = "";

    /** What the certificate says of itself, behind the agreement. */
    public static final List<FormField> CERTIFICATE = List.of(
            text("/formType", "field.form-type", "hint.form-type", THIRD),
            text("/referenceNo", "field.reference", null, THIRD),
            day("/issuedAt", "field.issued-at", null, THIRD),
            text("/office", "field.office", null, HALF),
            text("/ceCode", "field.ce-code", "hint.optional", HALF),
            text("/exportCountry", "field.export-country", "hint.country", HALF),
            text("/importCountry", "field.import-country", "hint.country", HALF));

    /** How the goods travel. */
    public static final List<FormField> TRANSPORT = List.of(
            day("/departureDate", "field.departure", "hint.optional", HALF),
            text("/vessel", "field.vessel", "hint.optional", HALF),
            text("/loading", "field.loading", "hint.locode", THIRD),
            text("/discharge", "field.discharge", "hint.locode", THIRD),
            text("/transit", "field.transit", "hint.countries", THIRD),
            text("/containers", "field.containers", "hint.several", WHOLE));

    /** An item. */
    public static final List<FormField> ITEM = List.of(
            new FormField("area", "/description", "field.description", null, WHOLE),
            text("/no", "field.no", null, THIRD),
            text("/hs", "field.hs", "hint.hs", THIRD),
            text("/hsEdition", "field.hs-edition", null, THIRD),
            text("/quantity", "field.quantity", null, THIRD),
            text("/unit", "field.unit", "hint.unit", THIRD),
            text("/grossWeightKg", "field.gross", "hint.optional", THIRD),
            text("/criteria", "field.criteria", "hint.criteria", THIRD),
            text("/rvcPercent", "field.rvc", "hint.optional", THIRD),
            text("/originCountry", "field.origin-country", "hint.country", THIRD),
            text("/packages/count", "field.packages", "hint.optional", THIRD),
            text("/packages/kind", "field.package-kind", "hint.package-kind", THIRD),
            text("/marks", "field.marks", "hint.optional", THIRD),
            text("/fob/amount", "field.fob", "hint.fob", HALF),
            text("/fob/currency", "field.currency", "hint.currency", HALF));

    /** An invoice of an item. */
    public static final List<FormField> INVOICE = List.of(
            text("/number", "field.invoice", "hint.optional", HALF),
            day("/date", "field.invoice-date", "hint.optional", HALF));

    /** A certificate from which a back-to-back one is made. */
    public static final List<FormField> ORIGINAL = List.of(
            text("/referenceNo", "field.reference", null, THIRD),
            day("/date", "field.issued-at", null, THIRD),
            text("/country", "field.country", "hint.country", THIRD),
            text("/item", "field.no", null, THIRD),
            text("/quantity", "field.quantity", null, THIRD),
            text("/unit", "field.unit", "hint.unit", THIRD));

    /** Where goods were exhibited. */
    public static final List<FormField> EXHIBITION = List.of(
            text("/name", "field.exhibition", "hint.optional", HALF),
            text("/address", "field.exhibition-address", "hint.optional", HALF));

    private static FormField text(String name, String label, @Nullable String hint, String look) {
        return new FormField("text", name, label, hint, look);
    }

    private static FormField day(String name, String label, @Nullable String hint, String look) {
        return new FormField("day", name, label, hint, look);
    }
}
