package org.entente.model.origin.tradetrust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.model.origin.tradetrust.ForeignDocument.Place;
import org.entente.model.origin.tradetrust.Remark.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Writes values of a foreign document into a draft and remembers where each came from. */
final class DraftWriter {
    private final Map<String, String> sources = new LinkedHashMap<>();

    Map<String, String> sources() {
        return sources;
    }

    void copy(Place from, ObjectNode to, String at, String name) {
        from.text().ifPresent(text -> put(from, to, at, name, text));
    }

    /** Writes what a text becomes; where it becomes nothing, the place is named as left out. */
    void convert(
            Place from,
            ObjectNode to,
            String at,
            String name,
            String how,
            Function<String, Optional<String>> conversion) {
        from.text()
                .ifPresent(text -> conversion
                        .apply(text)
                        .ifPresentOrElse(
                                converted -> {
                                    put(from, to, at, name, converted);
                                    from.remark(Kind.CONVERTED, how + ": " + converted);
                                },
                                () -> from.remark(Kind.UNMAPPED, "not readable as " + how)));
    }

    void put(Place from, ObjectNode to, String at, String name, String value) {
        to.put(name, value);
        sources.put(at + "/" + name, from.pointer());
    }

    void source(String at, Place from) {
        sources.put(at, from.pointer());
    }

    /** The last part of {@code register:kind:value}. */
    static Optional<String> lastPart(String text) {
        String last = text.substring(text.lastIndexOf(':') + 1).strip();
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    /** The day of a moment in UTC: the form does not say which day it was at the office. */
    static Optional<String> day(String moment) {
        try {
            return Optional.of(
                    Instant.parse(moment).atOffset(ZoneOffset.UTC).toLocalDate().toString());
        } catch (DateTimeException e) {
            return offsetDay(moment);
        }
    }

    private static Optional<String> offsetDay(String moment) {
        try {
            return Optional.of(OffsetDateTime.parse(moment).toLocalDate().toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
