package org.entente.model.origin.tradetrust;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.origin.tradetrust.Remark.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a document out of its OpenAttestation wrapping. Version 2 holds {@code data} whose values are salted
 * ({@code uuid:type:value}); later versions hold {@code credentialSubject}. Hash, signature and status are not checked.
 */
final class OpenAttestation {
    private static final Pattern SALTED =
            Pattern.compile("[0-9a-fA-F-]{36}:(string|number|boolean|null|undefined):(.*)", Pattern.DOTALL);
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})");

    private OpenAttestation() {}

    static ForeignDocument open(JsonNode node) {
        if (node.path("data").isObject() && (node.has("version") || node.has("schema") || node.has("signature"))) {
            ObjectNode plain = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> plain.set(
                            member.getKey(),
                            member.getKey().equals("data") ? unsalted(member.getValue()) : member.getValue()));
            return unchecked(new ForeignDocument(plain, "/data"), "signature");
        }
        if (node.path("credentialSubject").isObject()) {
            return unchecked(new ForeignDocument(node, "/credentialSubject"), "proof");
        }
        return new ForeignDocument(node, "");
    }

    private static ForeignDocument unchecked(ForeignDocument document, String proof) {
        document.whole().get(proof).remark(Kind.NOT_CHECKED, "hash, signature and status of the wrapping document");
        return document;
    }

    private static JsonNode unsalted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode plain = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> plain.set(member.getKey(), unsalted(member.getValue())));
            return plain;
        }
        if (node.isArray()) {
            ArrayNode plain = JsonNodeFactory.instance.arrayNode();
            node.forEach(entry -> plain.add(unsalted(entry)));
            return plain;
        }
        return node.isString() ? unsaltedText(node) : node;
    }

    private static JsonNode unsaltedText(JsonNode node) {
        Matcher salted = SALTED.matcher(node.stringValue());
        if (!salted.matches()) {
            return node;
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        String value = salted.group(2);
        return switch (salted.group(1)) {
            case "number" ->
                INTEGER.matcher(value).matches() ? json.numberNode(Long.parseLong(value)) : json.stringNode(value);
            case "boolean" -> json.booleanNode(value.equals("true"));
            case "null", "undefined" -> json.nullNode();
            default -> json.stringNode(value);
        };
    }
}
