package org.entente.model.json;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.model.finding.Findings;
import tools.jackson.databind.JsonNode;

/**
 * Reads one value of an expected type and says what is wrong with any other. Where a value stands is asked only then: most
 * values are right, and building their pointers took as long as reading them.
 */
final class ValueReader {
    /** The longest text that a format is tried on; every format is far shorter. */
    private static final int MAX_FORMATTED_LENGTH = 4_000;

    private final Findings findings;

    ValueReader(Findings findings) {
        this.findings = findings;
    }

    /** An entry of a list and which it is. */
    record Entry(JsonNode value, int index) {}

    Optional<String> text(JsonNode value, Supplier<String> where, int maxLength) {
        if (!value.isString()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, where.get(), "a text is expected");
            return Optional.empty();
        }
        String text = value.stringValue();
        if (text.length() > maxLength) {
            findings.add(JsonCode.JSON_VALUE_TOO_LONG, where.get(), text.length() + " characters, limit " + maxLength);
            return Optional.empty();
        }
        if (text.isBlank()) {
            findings.add(JsonCode.JSON_VALUE_INVALID, where.get(), "the text is empty");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    <T> Optional<T> parsed(JsonNode value, Supplier<String> where, String format, Function<String, T> parser) {
        Optional<String> text = text(value, where, MAX_FORMATTED_LENGTH);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.get()));
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, where.get(), format + " is expected");
            return Optional.empty();
        }
    }

    Optional<Long> integer(JsonNode value, Supplier<String> where, long min, long max) {
        if (!value.isIntegralNumber()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, where.get(), "an integer is expected");
            return Optional.empty();
        }
        if (!value.canConvertToLong() || value.longValue() < min || value.longValue() > max) {
            findings.add(JsonCode.JSON_VALUE_INVALID, where.get(), "an integer from " + min + " to " + max);
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    Optional<Boolean> flag(JsonNode value, Supplier<String> where) {
        if (!value.isBoolean()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, where.get(), "true or false is expected");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    List<Entry> entries(JsonNode list, Supplier<String> where, int min, int max) {
        List<Entry> entries = new ArrayList<>();
        if (!list.isArray()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, where.get(), "a list is expected");
        } else if (list.size() > max) {
            findings.add(JsonCode.JSON_VALUE_TOO_LONG, where.get(), list.size() + " entries, limit " + max);
        } else if (list.size() < min) {
            findings.add(JsonCode.JSON_VALUE_INVALID, where.get(), "at least " + min + " entries");
        } else {
            for (int i = 0; i < list.size(); i++) {
                entries.add(new Entry(list.get(i), i));
            }
        }
        return entries;
    }
}
