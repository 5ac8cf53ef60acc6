package org.entente.model.json;

import org.entente.model.finding.Findings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of one JSON value from a parser's tokens and finds everything that the strict profile refuses. The
 * path to the current value is kept in arrays, and becomes a JSON Pointer only where something is wrong: a pointer for
 * every value would let a document of long names cost a thousand times its length.
 */
final class TreeReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Findings findings;
    private final int maxDepth;
    private final @Nullable String[] names;
    private final int[] indexes;
    private int depth;
    private boolean stopped;

    TreeReader(JsonParser parser, int maxDepth, Findings findings) {
        this.parser = parser;
        this.findings = findings;
        this.maxDepth = maxDepth;
        this.names = new String[maxDepth];
        this.indexes = new int[maxDepth];
    }

    /** Reads the only value of the parser's input. What it gives counts only if no error was found. */
    JsonNode read() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            findings.add(JsonCode.JSON_MALFORMED, "", "empty");
            return NODES.nullNode();
        }
        JsonNode value = value(first);
        if (!stopped && parser.nextToken() != null) {
            findings.add(JsonCode.JSON_MALFORMED, "", "more than one value");
        }
        return value;
    }

    private JsonNode value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> enter() ? object() : NODES.nullNode();
            case START_ARRAY -> enter() ? array() : NODES.nullNode();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_FLOAT -> wrong(JsonCode.JSON_NUMBER_NOT_INTEGER, "a fraction or exponent");
            default -> wrong(JsonCode.JSON_MALFORMED, "not a JSON value");
        };
    }

    /** Reading stops at the first value that is too deep: below it every further level would be a finding. */
    private boolean enter() {
        if (depth == maxDepth) {
            wrong(JsonCode.JSON_TOO_DEEP, "limit " + maxDepth);
            stopped = true;
            return false;
        }
        depth++;
        return true;
    }

    private JsonNode object() {
        ObjectNode object = NODES.objectNode();
        while (!stopped && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            names[depth - 1] = name;
            if (name.length() > StrictJson.MAX_NAME_LENGTH) {
                names[depth - 1] = name.substring(0, 20);
                wrong(JsonCode.JSON_VALUE_TOO_LONG, name.length() + " characters, limit " + StrictJson.MAX_NAME_LENGTH);
            }
            checkText(name);
            if (object.replace(name, value(parser.nextToken())) != null) {
                wrong(JsonCode.JSON_DUPLICATE_NAME, "stands twice");
            }
        }
        depth--;
        return object;
    }

    private JsonNode array() {
        ArrayNode array = NODES.arrayNode();
        names[depth - 1] = null;
        while (!stopped) {
            JsonToken next = parser.nextToken();
            if (next == JsonToken.END_ARRAY) {
                break;
            }
            indexes[depth - 1] = array.size();
            array.add(value(next));
        }
        depth--;
        return array;
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> {
                int value = parser.getIntValue();
                // Minus zero is a floating-point number: some readers keep the sign, others drop it.
                yield value == 0 && parser.getString().startsWith("-")
                        ? wrong(JsonCode.JSON_NUMBER_NOT_INTEGER, "minus zero")
                        : NODES.numberNode(value);
            }
            case LONG -> {
                long value = parser.getLongValue();
                yield StrictJson.isExact(value)
                        ? NODES.numberNode(value)
                        : wrong(JsonCode.JSON_NUMBER_TOO_LARGE, "beyond 2^53-1");
            }
            default -> wrong(JsonCode.JSON_NUMBER_TOO_LARGE, "beyond 2^53-1");
        };
    }

    private JsonNode text() {
        String text = parser.getString();
        checkText(text);
        return NODES.stringNode(text);
    }

    private void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c == 0) {
                wrong(JsonCode.JSON_TEXT_NUL, "at character " + i);
                return;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                wrong(JsonCode.JSON_TEXT_LONE_SURROGATE, "at character " + i);
                return;
            }
        }
    }

    private JsonNode wrong(JsonCode code, String detail) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            pointer.append('/');
            String name = names[i];
            if (name == null) {
                pointer.append(indexes[i]);
            } else {
                pointer.append(JsonPointers.escape(name));
            }
        }
        findings.add(code, pointer.toString(), detail);
        stopped |= findings.isFull();
        return NODES.nullNode();
    }
}
