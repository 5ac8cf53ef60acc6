package org.entente.model.json;

import java.io.IOException;
import java.util.Arrays;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.erdtman.jcs.JsonCanonicalizer;
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
     * @throws IllegalArgumentException if the value has no canonical form, for example a lone surrogate
     */
    public static byte[] bytes(JsonNode value) {
        try {
            return new JsonCanonicalizer(value.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("no canonical form", e);
        }
    }

    /**
     * Reads bytes that must already be canonical.
     *
     * @param bytes UTF-8 JSON
     * @param maxBytes the most bytes that are looked at
     * @return the value, or every reason why the bytes are refused
     */
    public static Checked<JsonNode> parseCanonical(byte[] bytes, int maxBytes) {
        Checked<JsonNode> parsed = StrictJson.parse(bytes, maxBytes);
        if (parsed instanceof Checked.Accepted<JsonNode>(JsonNode value, var remarks)
                && !Arrays.equals(bytes, bytes(value))) {
            return new Checked.Rejected<>(
                    java.util.List.of(Finding.of(JsonCode.JSON_NOT_CANONICAL, "", "the bytes differ from RFC 8785")));
        }
        return parsed;
    }
}
