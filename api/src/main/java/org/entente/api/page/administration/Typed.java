package org.entente.api.page.administration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.api.body.JsonBody;
import org.entente.model.json.CanonicalJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an administrator typed into a form, right or wrong. It becomes the very body that a program would send, so that both
 * are read by the same rules.
 */
public final class Typed {
    private static final int LONGEST = 1_000;

    private final Map<String, List<String>> fields;

    private Typed(Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    static Typed nothing() {
        return new Typed(Map.of());
    }

    static Typed of(String name, List<String> texts) {
        return new Typed(Map.of(name, texts));
    }

    static Typed sent(Map<String, String[]> parameters) {
        Map<String, List<String>> fields = new TreeMap<>();
        parameters.forEach((name, texts) -> fields.put(
                name,
                Arrays.stream(texts)
                        .filter(text -> text.length() <= LONGEST)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList()));
        return new Typed(fields);
    }

    /**
     * What stands in a field.
     *
     * @param field its name
     * @return the text; empty if nothing
     */
    public String text(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /**
     * Whether a box is ticked.
     *
     * @param field its name
     * @param value of the box
     * @return true if it is
     */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /**
     * Every text of a field that may have several.
     *
     * @param field its name
     * @return texts, maybe none
     */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** A body with some of the fields; those that are empty are left out, for the rules to miss. */
    JsonBody body(List<String> texts, Optional<String> list) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String name : texts) {
            if (!text(name).isEmpty()) {
                body.put(name, text(name));
            }
        }
        list.ifPresent(name -> all(name).forEach(body.withArray(name)::add));
        return new JsonBody(CanonicalJson.bytes(body), body);
    }

    static JsonBody body(ObjectNode body) {
        return new JsonBody(CanonicalJson.bytes(body), body);
    }
}
