package org.entente.api.webhook;

import org.entente.api.event.Event;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body of a message: {@code type}, {@code timestamp} and {@code data} as Standard Webhooks 1.0 recommends. */
final class WebhookMessage {
    /** The type of a message that only shows that messages arrive. */
    static final String PING = "webhook.ping";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WebhookMessage() {}

    static String of(Event event) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", event.type())
                .put("timestamp", event.at().toString());
        body.set("data", JSON.readTree(event.data()));
        return body.toString();
    }

    static String ping(java.time.Instant now) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", PING).put("timestamp", now.toString());
        body.putObject("data");
        return body.toString();
    }
}
