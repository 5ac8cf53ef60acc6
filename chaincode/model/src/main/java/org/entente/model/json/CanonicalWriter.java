package org.entente.model.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes RFC 8785 straight from the tree. It writes only what {@link StrictJson} reads: whatever else a caller hands in
 * (a fraction, U+0000, half of a surrogate pair, too many levels) is refused here and not by the audience.
 */
final class CanonicalWriter {
    private final CanonicalBuffer out = CanonicalBuffer.open();
    private final int maxDepth;

    private CanonicalWriter(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    static byte[] write(JsonNode value, int maxDepth) {
        CanonicalWriter writer = new CanonicalWriter(maxDepth);
        writer.value(value, 0);
        return writer.out.close();
    }

    private void value(JsonNode node, int depth) {
        switch (node) {
            case StringNode text -> out.text(text.stringValue());
            case ObjectNode object -> object(object, deeper(depth));
            case ArrayNode array -> array(array, deeper(depth));
            case NumericNode number -> number(number);
            case BooleanNode flag -> out.ascii(flag.booleanValue() ? "true" : "false");
            case NullNode nothing -> out.ascii("null");
            default -> throw new IllegalArgumentException("no canonical form: " + node.getNodeType());
        }
    }

    private int deeper(int depth) {
        if (depth == maxDepth) {
            throw new IllegalArgumentException("no canonical form: nested deeper than " + maxDepth);
        }
        return depth + 1;
    }

    private void object(ObjectNode node, int depth) {
        out.put('{');
        if (isSorted(node.propertyNames())) {
            boolean further = false;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                member(member.getKey(), member.getValue(), further, depth);
                further = true;
            }
        } else {
            Collection<String> propertyNames = node.propertyNames();
            String[] names = propertyNames.toArray(String[]::new);
            Arrays.sort(names);
            for (int i = 0; i < names.length; i++) {
                member(names[i], node.get(names[i]), i > 0, depth);
            }
        }
        out.put('}');
    }

    /**
     * What was read from canonical bytes is in order already and need not be sorted or looked up by name.
     * String.compareTo compares UTF-16 units, which is the order of RFC 8785 section 3.2.3.
     */
    private static boolean isSorted(Collection<String> names) {
        String last = "";
        for (String name : names) {
            if (last.compareTo(name) > 0) {
                return false;
            }
            last = name;
        }
        return true;
    }

    private void member(String name, JsonNode value, boolean further, int depth) {
        if (further) {
            out.put(',');
        }
        out.name(name);
        value(value, depth);
    }

    private void array(ArrayNode node, int depth) {
        out.put('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.put(',');
            }
            value(node.get(i), depth);
        }
        out.put(']');
    }

    private void number(NumericNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("no canonical form: not an integer inside plus or minus 2^53-1");
        }
        out.number(node.longValue());
    }
}
