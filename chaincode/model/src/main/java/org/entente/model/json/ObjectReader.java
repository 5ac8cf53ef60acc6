package org.entente.model.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.model.finding.Findings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one JSON object member by member and collects everything that is wrong with it. A required member that is
 * missing or malformed yields an empty Optional <em>and</em> an error, so a caller builds its record only when
 * {@link Findings#hasErrors()} is false. JSON null is refused everywhere: what is not known is left out.
 */
public final class ObjectReader {
    private final JsonNode node;
    private final Supplier<String> pointer;
    private final Findings findings;
    private final ValueReader values;

    /** The members that are there and were asked for, each once. */
    private final List<String> found;

    /** A bit for each of their hashes: a name whose bit is not set is new, so that the list is seldom searched. */
    private long foundHashes;

    private ObjectReader(JsonNode node, Supplier<String> pointer, Findings findings) {
        this.node = node;
        this.pointer = pointer;
        this.findings = findings;
        this.values = new ValueReader(findings);
        this.found = new ArrayList<>(node.size());
    }

    /**
     * Starts reading an object.
     *
     * @param node any value; anything but an object is a finding
     * @param pointer where it stands (RFC 6901)
     * @param findings where errors are collected
     * @return the reader, or empty if the value is no object
     */
    public static Optional<ObjectReader> of(JsonNode node, String pointer, Findings findings) {
        return of(node, () -> pointer, findings);
    }

    /** Where an object stands is asked only if something is wrong, so its pointer is not built before. */
    private static Optional<ObjectReader> of(JsonNode node, Supplier<String> pointer, Findings findings) {
        if (!node.isObject()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, pointer.get(), "an object is expected");
            return Optional.empty();
        }
        return Optional.of(new ObjectReader(node, pointer, findings));
    }

    /**
     * Where a member of this object stands.
     *
     * @param name the member's name
     * @return its JSON Pointer
     */
    public String at(String name) {
        return pointer.get() + "/" + JsonPointers.escape(name);
    }

    private String at(String name, int index) {
        return at(name) + "/" + index;
    }

    /**
     * Where this object stands.
     *
     * @return its JSON Pointer
     */
    public String pointer() {
        return pointer.get();
    }

    /**
     * Whether the object has a member; counts as reading it.
     *
     * @param name the member's name
     * @return true if it is there
     */
    public boolean has(String name) {
        return get(name) != null;
    }

    /**
     * A required text of at most so many UTF-16 units, not blank.
     *
     * @param name the member's name
     * @param maxLength the most UTF-16 units
     * @return the text
     */
    public Optional<String> text(String name, int maxLength) {
        return member(name, true).flatMap(value -> values.text(value, () -> at(name), maxLength));
    }

    /**
     * Like {@link #text} but may be left out.
     *
     * @param name the member's name
     * @param maxLength the most UTF-16 units
     * @return the text, or empty if it is not there or wrong
     */
    public Optional<String> optionalText(String name, int maxLength) {
        return member(name, false).flatMap(value -> values.text(value, () -> at(name), maxLength));
    }

    /**
     * A required text in a format.
     *
     * @param name the member's name
     * @param format what the text must be, for people, for example {@code a date such as 2026-05-03}
     * @param parser throws IllegalArgumentException or DateTimeException on any other text
     * @param <T> what the text means
     * @return the value
     */
    public <T> Optional<T> parsed(String name, String format, Function<String, T> parser) {
        return member(name, true).flatMap(value -> values.parsed(value, () -> at(name), format, parser));
    }

    /**
     * Like {@link #parsed} but may be left out.
     *
     * @param name the member's name
     * @param format what the text must be
     * @param parser throws IllegalArgumentException or DateTimeException on any other text
     * @param <T> what the text means
     * @return the value, or empty if it is not there or wrong
     */
    public <T> Optional<T> optionalParsed(String name, String format, Function<String, T> parser) {
        return member(name, false).flatMap(value -> values.parsed(value, () -> at(name), format, parser));
    }

    /**
     * A required integer inside bounds.
     *
     * @param name the member's name
     * @param min the least value
     * @param max the greatest value
     * @return the integer
     */
    public Optional<Long> integer(String name, long min, long max) {
        return member(name, true).flatMap(value -> values.integer(value, () -> at(name), min, max));
    }

    /**
     * A boolean that may be left out.
     *
     * @param name the member's name
     * @return the boolean; false if it is not there
     */
    public boolean flag(String name) {
        return member(name, false)
                .flatMap(value -> values.flag(value, () -> at(name)))
                .orElse(false);
    }

    /**
     * A required object.
     *
     * @param name the member's name
     * @return its reader
     */
    public Optional<ObjectReader> object(String name) {
        return member(name, true).flatMap(value -> of(value, () -> at(name), findings));
    }

    /**
     * An object that may be left out.
     *
     * @param name the member's name
     * @return its reader
     */
    public Optional<ObjectReader> optionalObject(String name) {
        return member(name, false).flatMap(value -> of(value, () -> at(name), findings));
    }

    /**
     * A required value of any type.
     *
     * @param name the member's name
     * @return the value
     */
    public Optional<JsonNode> any(String name) {
        return member(name, true);
    }

    /**
     * A required list of objects.
     *
     * @param name the member's name
     * @param min the fewest entries
     * @param max the most entries; a longer list is a finding and is not read
     * @return a reader for each entry that is an object
     */
    public List<ObjectReader> objects(String name, int min, int max) {
        List<ObjectReader> readers = new ArrayList<>();
        for (ValueReader.Entry entry : entries(name, min, max)) {
            of(entry.value(), () -> at(name, entry.index()), findings).ifPresent(readers::add);
        }
        return readers;
    }

    /**
     * A list of texts in a format; a missing list counts as empty.
     *
     * @param name the member's name
     * @param min the fewest entries
     * @param max the most entries
     * @param format what each text must be
     * @param parser throws IllegalArgumentException or DateTimeException on any other text
     * @param <T> what a text means
     * @return the entries that are in the format
     */
    public <T> List<T> parsedList(String name, int min, int max, String format, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        for (ValueReader.Entry entry : entries(name, min, max)) {
            values.parsed(entry.value(), () -> at(name, entry.index()), format, parser)
                    .ifPresent(parsed::add);
        }
        return parsed;
    }

    /** Reports every member that nobody asked for. Call it last. */
    public void end() {
        if (found.size() == node.size()) {
            return;
        }
        for (String name : node.propertyNames()) {
            if (!found.contains(name)) {
                findings.add(JsonCode.JSON_MEMBER_UNKNOWN, at(name), "not a member of this version");
            }
        }
    }

    private List<ValueReader.Entry> entries(String name, int min, int max) {
        return member(name, min > 0)
                .map(list -> values.entries(list, () -> at(name), min, max))
                .orElse(List.of());
    }

    private @Nullable JsonNode get(String name) {
        JsonNode value = node.get(name);
        if (value != null) {
            long hash = 1L << name.hashCode();
            if ((foundHashes & hash) == 0 || !found.contains(name)) {
                found.add(name);
            }
            foundHashes |= hash;
        }
        return value;
    }

    private Optional<JsonNode> member(String name, boolean required) {
        JsonNode value = get(name);
        if (value == null) {
            if (required) {
                findings.add(JsonCode.JSON_MEMBER_MISSING, at(name), "required");
            }
            return Optional.empty();
        }
        if (value.isNull()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, at(name), "null is not used: leave the member out");
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
