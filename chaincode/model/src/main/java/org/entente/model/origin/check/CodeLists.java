package org.entente.model.origin.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.UnitCode;
import tools.jackson.databind.JsonNode;

/** The shipped part of UN/ECE Recommendations 20 and 21: {@code units.json}. */
final class CodeLists {
    private static final String RESOURCE = "/org/entente/model/origin/units.json";
    private static final int MAX_BYTES = 256 * 1024;
    private static final JsonNode LISTS = load();
    private static final Set<String> UNITS = texts("units");
    private static final Set<String> PACKAGES = texts("packages");

    private CodeLists() {}

    static boolean hasUnit(UnitCode unit) {
        return UNITS.contains(unit.value());
    }

    static boolean hasPackage(String kind) {
        return PACKAGES.contains(kind);
    }

    static Digest digest() {
        return Digest.of(CanonicalJson.bytes(LISTS));
    }

    private static Set<String> texts(String name) {
        Set<String> texts = new HashSet<>();
        LISTS.path(name).forEach(entry -> texts.add(entry.stringValue()));
        return Set.copyOf(texts);
    }

    private static JsonNode load() {
        try (InputStream in = CodeLists.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no such resource: " + RESOURCE);
            }
            return switch (StrictJson.parse(in.readAllBytes(), MAX_BYTES)) {
                case Checked.Accepted<JsonNode>(var node, var remarks) -> node;
                case Checked.Rejected<JsonNode>(var findings) ->
                    throw new IllegalStateException(RESOURCE + ": " + findings);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
