package org.entente.api.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What handlers answer as bytes has no type of its own: JSON is described as an object, other text as a text, the rest as
 * bytes as they are. A generator would otherwise expect base64.
 */
final class ByteBodies {
    private static final String BYTES = "byte";

    private ByteBodies() {}

    static void mark(JsonNode document) {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode response : operation.path("responses")) {
                    for (Map.Entry<String, JsonNode> body :
                            response.path("content").properties()) {
                        if (body.getValue().at("/schema/format").asString("").equals(BYTES)) {
                            ((ObjectNode) body.getValue()).set("schema", schema(document, body.getKey()));
                        }
                    }
                }
            }
        }
    }

    private static ObjectNode schema(JsonNode document, String mediaType) {
        ObjectNode schema = ((ObjectNode) document).objectNode();
        if (mediaType.contains("json")) {
            return schema.put("type", "object");
        }
        schema.put("type", "string");
        return mediaType.contains("jwt") || mediaType.startsWith("text/") ? schema : schema.put("format", "binary");
    }
}
