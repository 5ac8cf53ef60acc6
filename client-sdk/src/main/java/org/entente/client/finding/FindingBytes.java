package org.entente.client.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.LegalReference;
import org.entente.model.finding.Severity;
import org.entente.model.json.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings as JSON in a bytea column: a stranger's text inside them can break neither column nor reader. */
public final class FindingBytes {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_KEPT = 100;

    private FindingBytes() {}

    /**
     * Writes findings.
     *
     * @param findings the findings; past the first hundred they are not kept
     * @return JSON in UTF-8, or null where there are none
     */
    public static byte @Nullable [] writeOrNull(List<Finding> findings) {
        return findings.isEmpty() ? null : write(findings);
    }

    /**
     * Writes findings.
     *
     * @param findings the findings; past the first hundred they are not kept
     * @return JSON in UTF-8
     */
    public static byte[] write(List<Finding> findings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        findings.stream().limit(MOST_KEPT).forEach(finding -> {
            ObjectNode node = list.addObject();
            node.put("code", finding.code().name());
            node.put("severity", finding.code().severity().name());
            node.put("pointer", clean(finding.pointer()));
            node.put("detail", clean(finding.detail()));
            finding.law().ifPresent(law -> {
                node.put("source", clean(law.source()));
                node.put("clause", clean(law.clause()));
                node.put("verified", law.verified());
            });
        });
        return list.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * Reads findings.
     *
     * @param bytes what {@link #write} wrote, or null
     * @return the findings
     */
    public static List<ShownFinding> read(byte @Nullable [] bytes) {
        if (bytes == null
                || !(StrictJson.parse(bytes, MOST_BYTES)
                        instanceof Checked.Accepted<JsonNode>(var list, var remarks))) {
            return List.of();
        }
        List<ShownFinding> findings = new ArrayList<>();
        list.forEach(node -> findings.add(new ShownFinding(
                text(node, "code"),
                Severity.valueOf(text(node, "severity")),
                text(node, "pointer"),
                text(node, "detail"),
                law(node))));
        return findings;
    }

    private static Optional<LegalReference> law(JsonNode node) {
        return node.has("source")
                ? Optional.of(new LegalReference(
                        text(node, "source"),
                        text(node, "clause"),
                        node.path("verified").booleanValue()))
                : Optional.empty();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\uFFFD' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
