package org.entente.model.json;

import java.util.Arrays;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import tools.jackson.databind.JsonNode;

/**
 * Writes and recognises the one byte sequence that RFC 8785 (JSON Canonicalization Scheme) gives a JSON value. Digests
 * and signatures are always over these bytes.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The canonical bytes of a value.
     *
     * @param value objects, arrays, texts, integers, booleans and null; no other numbers
     * @return UTF-8 bytes as RFC 8785 prescribes
     * @throws IllegalArgumentException if {@link StrictJson} would not read the result: another number, U+0000, a lone
     *     surrogate, nesting deeper than {@link StrictJson#MAX_DEPTH}
     */
    public static byte[] bytes(JsonNode value) {
        return bytes(value, StrictJson.MAX_DEPTH);
    }

    /**
     * Like {@link #bytes(JsonNode)}, for what will stand inside something else and so may be less deep.
     *
     * @param value objects, arrays, texts, integers, booleans and null
     * @param maxDepth the deepest nesting that is written, 1 to {@link StrictJson#MAX_DEPTH}
     * @return UTF-8 bytes as RFC 8785 prescribes
     * @throws IllegalArgumentException if {@link StrictJson} would not read the result
     */
    public static byte[] bytes(JsonNode value, int maxDepth) {
        return CanonicalWriter.write(value, maxDepth);
    }

    /**
     * Reads bytes that must already be canonical.
     *
     * @param bytes UTF-8 JSON
     * @param maxBytes the most bytes that are looked at
     * @return the value, or every reason why the bytes are refused
     */
    public static Checked<JsonNode> parseCanonical(byte[] bytes, int maxBytes) {
        return parseCanonical(bytes, maxBytes, StrictJson.MAX_DEPTH);
    }

    /**
     * Like {@link #parseCanonical(byte[], int)}, for what will stand inside something else and so may be less deep.
     *
     * @param bytes UTF-8 JSON
     * @param maxBytes the most bytes that are looked at
     * @param maxDepth the deepest nesting that is read, 1 to {@link StrictJson#MAX_DEPTH}
     * @return the value, or every reason why the bytes are refused
     */
    public static Checked<JsonNode> parseCanonical(byte[] bytes, int maxBytes, int maxDepth) {
        return switch (StrictJson.read(bytes, maxBytes, maxDepth)) {
            case Checked.Rejected<ReadJson>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<ReadJson>(ReadJson read, var remarks) ->
                read.knownCanonical().isPresent() || Arrays.equals(bytes, read.canonical())
                        ? new Checked.Accepted<>(read.value(), List.of())
                        : new Checked.Rejected<>(
                                List.of(Finding.of(JsonCode.JSON_NOT_CANONICAL, "", "the bytes differ from RFC 8785")));
        };
    }
}
