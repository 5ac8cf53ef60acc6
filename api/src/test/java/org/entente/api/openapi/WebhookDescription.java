package org.entente.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.api.event.EventType;

/** Says what is sent to registered endpoints (OpenAPI 3.1, 4.8.1, {@code webhooks}). */
final class WebhookDescription {
    private WebhookDescription() {}

    static void add(OpenAPI document) {
        for (EventType type : EventType.values()) {
            document.addWebhooks(type.wire(), new PathItem().post(message(type)));
        }
    }

    private static Operation message(EventType type) {
        return new Operation()
                .operationId(name(type))
                .summary("Sent to endpoints that are told of " + type.wire() + " (Standard Webhooks 1.0)")
                .security(List.of())
                .addParametersItem(header("webhook-id", "The event's id: the same at every attempt and replay"))
                .addParametersItem(header("webhook-timestamp", "When this attempt was made, in seconds since 1970"))
                .addParametersItem(header(
                        "webhook-signature",
                        "v1a, and an Ed25519 signature in base64 over id.timestamp.body; while a new key takes over, a"
                                + " second one of the key before, separated by a space"))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().schema(body(type)))))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Taken"))
                        .addApiResponse("410", new ApiResponse().description("Gone: nothing more is sent"))
                        .addApiResponse("default", new ApiResponse().description("Sent again later")));
    }

    /** Such as {@code onApplicationApplied}: code is generated from it. */
    private static String name(EventType type) {
        return Pattern.compile("(?:^|[.-])([a-z])")
                .matcher("." + type.wire())
                .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT))
                .replaceFirst("^", "on");
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(typed("string"));
    }

    private static Schema<?> body(EventType type) {
        Schema<?> body = typed("object");
        body.addProperty("type", typed("string")._const(type.wire()));
        body.addProperty("timestamp", typed("string").format("date-time"));
        body.addProperty("data", typed("object"));
        body.setRequired(List.of("type", "timestamp", "data"));
        return body;
    }

    private static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
