package org.entente.model.json;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Reads JSON so that every conforming reader in any language gets the same value, or refuses it (RFC 8259, RFC 7493). */
public final class StrictJson {
    /** The deepest nesting that is read: objects and arrays inside one another. */
    public static final int MAX_DEPTH = 16;

    /** The longest member name in UTF-16 units. */
    public static final int MAX_NAME_LENGTH = 200;

    /** 2^53-1: up to here every reader in every language holds an integer exactly (RFC 7493 section 2.2). */
    public static final long LARGEST_INTEGER = (1L << 53) - 1;

    /**
     * Our own limits are checked in {@link TreeReader}, with a place and a code. What is left to the parser is the length
     * of a number. Its table of names is off: it is shared by all documents and gives up on names that collide, so what
     * one document holds would decide whether another is read.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(1_000)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
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
        return parse(bytes, maxBytes, MAX_DEPTH);
    }

    /**
     * Like {@link #parse(byte[], int)}, for what will stand inside something else and so may be less deep.
     *
     * @param bytes UTF-8 JSON, without a byte order mark
     * @param maxBytes the most bytes that are looked at
     * @param maxDepth the deepest nesting that is read, 1 to {@link #MAX_DEPTH}
     * @return the value, or every reason why the bytes are refused
     */
    public static Checked<JsonNode> parse(byte[] bytes, int maxBytes, int maxDepth) {
        return switch (read(bytes, maxBytes, maxDepth)) {
            case Checked.Accepted<ReadJson>(ReadJson read, var remarks) ->
                new Checked.Accepted<>(read.value(), List.of());
            case Checked.Rejected<ReadJson>(var found) -> new Checked.Rejected<>(found);
        };
    }

    /**
     * Like {@link #parse(byte[], int)}, for whoever needs the canonical form of what was read as well.
     *
     * @param bytes UTF-8 JSON, without a byte order mark; must not be changed afterwards
     * @param maxBytes the most bytes that are looked at
     * @return the value and what is known of its bytes, or every reason why they are refused
     */
    public static Checked<ReadJson> read(byte[] bytes, int maxBytes) {
        return read(bytes, maxBytes, MAX_DEPTH);
    }

    static Checked<ReadJson> read(byte[] bytes, int maxBytes, int maxDepth) {
        if (bytes.length > maxBytes) {
            return new Checked.Rejected<>(
                    List.of(Finding.of(JsonCode.JSON_TOO_LARGE, "", bytes.length + " bytes, limit " + maxBytes)));
        }
        ReadJson read = SwiftReader.read(bytes, maxDepth);
        return read == null ? thoroughly(bytes, maxDepth) : new Checked.Accepted<>(read, List.of());
    }

    /** Reads whatever is JSON, and finds everything that is wrong with it. */
    static Checked<ReadJson> thoroughly(byte[] bytes, int maxDepth) {
        Findings findings = new Findings();
        // Decoding first, strictly: Jackson's own UTF-8 reading lets some malformed sequences through.
        try (JsonParser parser = parser(Utf8.decode(bytes, 0, bytes.length))) {
            JsonNode value = new TreeReader(parser, maxDepth, findings).read();
            if (!findings.hasErrors()) {
                return new Checked.Accepted<>(ReadJson.of(value), List.of());
            }
        } catch (CharacterCodingException e) {
            findings.add(JsonCode.JSON_MALFORMED, "", "not UTF-8");
        } catch (StreamConstraintsException e) {
            findings.add(JsonCode.JSON_NUMBER_TOO_LARGE, "", place(e));
        } catch (JacksonException e) {
            findings.add(JsonCode.JSON_MALFORMED, "", place(e));
        }
        return new Checked.Rejected<>(findings.all());
    }

    /** Not by Math.abs: of the least long it is negative. */
    static boolean isExact(long value) {
        return value >= -LARGEST_INTEGER && value <= LARGEST_INTEGER;
    }

    private static JsonParser parser(CharBuffer text) {
        return FACTORY.createParser(
                ObjectReadContext.empty(), text.array(), text.arrayOffset() + text.position(), text.remaining());
    }

    /** Only the place: the parser's own words would quote private input. */
    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
