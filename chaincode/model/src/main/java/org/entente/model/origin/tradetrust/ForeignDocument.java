package org.entente.model.origin.tradetrust;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.json.JsonPointers;
import org.entente.model.origin.tradetrust.Remark.Kind;
import tools.jackson.databind.JsonNode;

/** A foreign document that remembers which of its values were used, so that the rest can be named. */
final class ForeignDocument {
    private static final int LONGEST_QUOTE = 60;

    private final JsonNode root;
    private final String content;
    private final Set<String> used = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * A document.
     *
     * @param root the whole
     * @param content where in it the certificate stands (RFC 6901)
     */
    ForeignDocument(JsonNode root, String content) {
        this.root = root;
        this.content = content;
    }

    /** A place in the document, whether or not anything stands there. */
    record Place(ForeignDocument document, Optional<JsonNode> node, String pointer) {
        Place get(String name) {
            return new Place(
                    document,
                    node.flatMap(value -> Optional.ofNullable(value.get(name))),
                    pointer + "/" + JsonPointers.escape(name));
        }

        Place path(String... names) {
            Place place = this;
            for (String name : names) {
                place = place.get(name);
            }
            return place;
        }

        List<Place> entries() {
            List<Place> entries = new ArrayList<>();
            node.filter(JsonNode::isArray).ifPresent(list -> {
                for (JsonNode entry : list) {
                    entries.add(new Place(document, Optional.of(entry), pointer + "/" + entries.size()));
                }
            });
            return entries;
        }

        /** The text that stands here, which counts as used. */
        Optional<String> text() {
            Optional<String> text =
                    node.filter(JsonNode::isString).map(JsonNode::stringValue).filter(value -> !value.isBlank());
            text.ifPresent(value -> document.used.add(pointer));
            return text;
        }

        Optional<Integer> integer() {
            Optional<Integer> integer = node.filter(value -> value.isIntegralNumber() && value.canConvertToInt())
                    .map(JsonNode::intValue);
            integer.ifPresent(value -> document.used.add(pointer));
            return integer;
        }

        /** It was looked at but has no place in a certificate after all. */
        void leave(String why) {
            document.used.add(pointer);
            remark(Kind.UNMAPPED, why);
        }

        void remark(Kind kind, String detail) {
            document.remarks.add(new Remark(pointer, kind, detail));
        }
    }

    Place content() {
        Place place = new Place(this, Optional.of(root), "");
        return content.isEmpty() ? place : place.get(content.substring(1));
    }

    Place whole() {
        return new Place(this, Optional.of(root), "");
    }

    /** Every remark, and one more for each value that nobody used. */
    List<Remark> remarks() {
        List<Remark> all = new ArrayList<>(remarks);
        addUnused(root, "", all);
        return all;
    }

    private void addUnused(JsonNode node, String pointer, List<Remark> all) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(member ->
                            addUnused(member.getValue(), pointer + "/" + JsonPointers.escape(member.getKey()), all));
        } else if (node.isArray() && !node.isEmpty()) {
            int index = 0;
            for (JsonNode entry : node) {
                addUnused(entry, pointer + "/" + index++, all);
            }
        } else if (!used.contains(pointer)) {
            all.add(new Remark(pointer, Kind.UNMAPPED, quote(node)));
        }
    }

    private static String quote(JsonNode node) {
        String text = node.isString() ? node.stringValue() : node.toString();
        return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
