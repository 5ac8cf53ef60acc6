package org.entente.api.page.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.entente.model.origin.certificate.CriterionClaim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns fields named by JSON Pointers into JSON and back. */
final class FormJson {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String SEPARATORS = "[\\s,;]+";

    private FormJson() {}

    /** Fields come in an order in which an array's elements come one after the other from 0. */
    static ObjectNode gather(Map<String, List<String>> fields) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        fields.forEach((pointer, texts) -> {
            List<String> said = texts.stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!said.isEmpty()) {
                FieldKind.of(pointer).ifPresent(kind -> set(root, pointer, kind, said));
            }
        });
        return root;
    }

    private static void set(ObjectNode root, String pointer, FieldKind kind, List<String> said) {
        String[] names = pointer.substring(1).split("/", -1);
        ObjectNode parent = root;
        for (int at = 0; at < names.length - 1; at++) {
            boolean list = names[at + 1].matches("\\d+");
            parent = list
                    ? element(parent.withArray(names[at]), Integer.parseInt(names[++at]))
                    : child(parent, names[at]);
        }
        String name = names[names.length - 1];
        String text = said.getFirst();
        switch (kind) {
            case TEXT -> parent.put(name, text);
            case NUMBER -> {
                if (NUMBER.matcher(text).matches()) {
                    parent.put(name, Integer.parseInt(text));
                } else {
                    parent.put(name, text);
                }
            }
            case WORDS -> List.of(String.join(" ", said).split(SEPARATORS)).forEach(parent.putArray(name)::add);
            case CHOICES -> said.forEach(parent.putArray(name)::add);
            case CRITERIA -> criteria(parent, name, String.join(" + ", said));
        }
    }

    /** What cannot be read as criteria of a paper is passed on as it is, for the rules to refuse. */
    private static void criteria(ObjectNode item, String name, String text) {
        try {
            CriterionClaim claim = CriterionClaim.parsePaper(text);
            claim.codes().forEach(item.putArray(name)::add);
            claim.percent().ifPresent(percent -> item.put("rvcPercent", percent));
        } catch (IllegalArgumentException e) {
            item.putArray(name).add(text);
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode known ? known : parent.putObject(name);
    }

    private static ObjectNode element(ArrayNode list, int index) {
        while (list.size() <= index) {
            list.addObject();
        }
        return (ObjectNode) list.get(index);
    }

    static void spread(JsonNode node, BiConsumer<String, List<String>> field) {
        spread(node, "", field);
    }

    private static void spread(JsonNode node, String pointer, BiConsumer<String, List<String>> field) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> spread(entry.getValue(), pointer + "/" + entry.getKey(), field));
            case ArrayNode list when isOfTexts(list) -> field.accept(pointer, texts(list));
            case ArrayNode list -> {
                for (int index = 0; index < list.size(); index++) {
                    spread(list.get(index), pointer + "/" + index, field);
                }
            }
            default -> {
                if (node.isString() || node.isNumber()) {
                    field.accept(pointer, List.of(node.asString()));
                }
            }
        }
    }

    private static boolean isOfTexts(ArrayNode list) {
        return !list.isEmpty() && list.get(0).isString();
    }

    private static List<String> texts(ArrayNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}
