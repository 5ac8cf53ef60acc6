package org.entente.api.page.certificate;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.entente.api.body.JsonBody;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.json.CanonicalJson;
import org.entente.model.origin.OriginStatement;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an officer filled in beside a certificate: to accept, to refuse, to record a use or take one back. */
public final class OfficerForm {
    private static final int LONGEST = 1_000;

    private final String action;
    private final Map<String, String> fields;

    private OfficerForm(String action, Map<String, String> fields) {
        this.action = action;
        this.fields = Map.copyOf(fields);
    }

    static OfficerForm empty(LocalDate today) {
        return new OfficerForm("", Map.of("presentedOn", today.toString(), "declarationItem", "1"));
    }

    static OfficerForm sent(String action, Map<String, String[]> parameters) {
        Map<String, String> fields = new TreeMap<>();
        parameters.forEach((name, texts) -> {
            if (texts.length > 0 && texts[0].length() <= LONGEST) {
                fields.put(name, texts[0].strip());
            }
        });
        return new OfficerForm(action, fields);
    }

    /**
     * What stands in a field.
     *
     * @param field its name
     * @return the text; empty if nothing
     */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /**
     * What the officer did.
     *
     * @return accept, refuse, use or reverse; empty if nothing yet
     */
    public String action() {
        return action;
    }

    StatementType type() {
        return switch (action) {
            case "accept", "refuse" -> OriginStatement.ACKNOWLEDGED;
            case "use" -> OriginStatement.USED;
            case "reverse" -> OriginStatement.USE_REVERSED;
            default -> throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "do");
        };
    }

    /** The statement's body, as programs would send it; what is not filled in is left out, for the rules to refuse. */
    JsonBody body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (action) {
            case "accept" -> body.put("outcome", "accepted");
            case "refuse" -> refusal(body.put("outcome", "refused"));
            default -> use(body);
        }
        return new JsonBody(CanonicalJson.bytes(body), body);
    }

    private void refusal(ObjectNode body) {
        ObjectNode reason = body.putArray("reasons").addObject();
        text(reason, "code");
        text(reason, "remark");
        if (!text("item").isEmpty()) {
            number(
                    text("item"),
                    number -> reason.putArray("items").add(number),
                    text -> reason.putArray("items").add(text));
        }
    }

    private void use(ObjectNode body) {
        number(body, "item");
        text(body, "declaration");
        number(body, "declarationItem");
        if (action.equals("use")) {
            text(body, "quantity");
            text(body, "unit");
            text(body, "presentedOn");
        } else {
            text(body, "remark");
        }
    }

    private void text(ObjectNode node, String name) {
        if (!text(name).isEmpty()) {
            node.put(name, text(name));
        }
    }

    private void number(ObjectNode node, String name) {
        if (!text(name).isEmpty()) {
            number(text(name), number -> node.put(name, number), text -> node.put(name, text));
        }
    }

    /** A text that is no number stays one, for the rules to refuse. */
    private static void number(String text, IntConsumer number, Consumer<String> otherwise) {
        if (text.matches("\\d{1,9}")) {
            number.accept(Integer.parseInt(text));
        } else {
            otherwise.accept(text);
        }
    }
}
