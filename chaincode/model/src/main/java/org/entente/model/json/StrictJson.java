package org.entente.model.json;

import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON so that every conforming reader in any language gets the same value, or refuses it (RFC 8259, RFC 7493). */
public final class StrictJson {
    /** The deepest nesting that is read: objects and arrays inside one another. */
    public static final int MAX_DEPTH = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(20)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * Reads one JSON value.
     *
     * @param bytes UTF-8 JSON, without a byte order mark
     * @param maxBytes the most bytes that are looked at
     * @return the value, holding only objects, arrays, well-formed texts, integers, booleans and null; or every reason
     *     why the bytes are refused
     */
    public static Checked<JsonNode> parse(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            return rejected(JsonCode.JSON_TOO_LARGE, bytes.length + " bytes, limit " + maxBytes);
        }
        try {
            // Decoding first, strictly: Jackson's own UTF-8 reading lets some malformed sequences through.
            String text = Utf8.decode(bytes);
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) {
                return rejected(JsonCode.JSON_MALFORMED, "empty");
            }
            Findings findings = new Findings();
            TextAndNumberRules.check(value, "", findings);
            return findings.hasErrors()
                    ? new Checked.Rejected<>(findings.all())
                    : new Checked.Accepted<>(value, List.of());
        } catch (java.nio.charset.CharacterCodingException e) {
            return rejected(JsonCode.JSON_MALFORMED, "not UTF-8");
        } catch (StreamConstraintsException e) {
            return rejected(codeOf(e), "limit exceeded");
        } catch (JacksonException e) {
            return rejected(codeOf(e), place(e));
        }
    }

    private static JsonCode codeOf(JacksonException e) {
        String said = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return said.contains("nesting depth")
                    ? JsonCode.JSON_TOO_DEEP
                    : said.contains("umber") ? JsonCode.JSON_NUMBER_TOO_LARGE : JsonCode.JSON_VALUE_TOO_LONG;
        }
        return said.contains("Duplicate") ? JsonCode.JSON_DUPLICATE_NAME : JsonCode.JSON_MALFORMED;
    }

    /** Only the place: the parser's own words would quote private input. */
    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static <T> Checked<T> rejected(JsonCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
