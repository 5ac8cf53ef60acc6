package org.entente.api.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.WriteResolver;
import org.entente.api.paging.PageRequest;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.ProblemView;
import org.entente.api.security.Open;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Adds to an operation what its handler's argument types and annotations say. */
final class OperationDescription {
    private static final String JSON = "application/json";
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema<?>> schemas = new TreeMap<>();

    /** Schemas that the operations refer to. */
    Map<String, Schema<?>> schemas() {
        return schemas;
    }

    Operation describe(Operation operation, HandlerMethod handler) {
        operation.setOperationId(
                StringUtils.uncapitalize(handler.getBeanType().getSimpleName().replace("Controller", ""))
                        + StringUtils.capitalize(handler.getMethod().getName()));
        if (takes(handler, PageRequest.class)) {
            page(operation);
        }
        if (takes(handler, Write.class)) {
            write(operation);
        }
        body(operation, handler);
        gives(operation, handler);
        problems(operation, handler);
        return operation;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    private static void page(Operation operation) {
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("limit")
                .description("The most items of the page")
                .schema(new IntegerSchema()
                        .minimum(java.math.BigDecimal.ONE)
                        .maximum(java.math.BigDecimal.valueOf(PageRequest.MOST))));
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("cursor")
                .description("Taken from the Link of the page before")
                .schema(new StringSchema().maxLength(4_000)));
        Optional.ofNullable(operation.getResponses().get("200"))
                .ifPresent(answer -> answer.addHeaderObject(
                        "Link",
                        new Header().description("The next page (RFC 8288)").schema(new StringSchema())));
    }

    private static void write(Operation operation) {
        operation.addParametersItem(new Parameter()
                .in("header")
                .name(WriteResolver.KEY)
                .required(true)
                .description("A random text of the caller's own; the same request with the same key is done once")
                .schema(new StringSchema().pattern("^[\\x21-\\x7e]{1,100}$")));
        operation.addParametersItem(new Parameter()
                .in("header")
                .name("If-Match")
                .description("The ETag that was read; needed where a decision changes something")
                .schema(new StringSchema()));
    }

    private void body(Operation operation, HandlerMethod handler) {
        Takes takes = handler.getMethodAnnotation(Takes.class);
        if (takes != null) {
            Schema<?> schema =
                    takes.schema().isEmpty() ? schema(takes.value()) : new Schema<>().$ref(REFERENCE + takes.schema());
            operation.setRequestBody(new RequestBody().required(true).content(content(JSON, schema)));
        } else if (takes(handler, JsonBody.class)) {
            throw new IllegalStateException("says nothing of its body: " + handler);
        }
    }

    private void gives(Operation operation, HandlerMethod handler) {
        Gives gives = handler.getMethodAnnotation(Gives.class);
        if (gives != null) {
            operation.setResponses(new ApiResponses()
                    .addApiResponse(
                            String.valueOf(gives.status()),
                            new ApiResponse()
                                    .description("Done, or done before under this key")
                                    .content(content(JSON, schema(gives.value())))));
        } else if (takes(handler, Write.class)) {
            throw new IllegalStateException("says nothing of its answer: " + handler);
        }
    }

    private void problems(Operation operation, HandlerMethod handler) {
        schema(ProblemView.class);
        boolean open =
                handler.hasMethodAnnotation(Open.class) || handler.getBeanType().isAnnotationPresent(Open.class);
        boolean body = takes(handler, JsonBody.class)
                || handler.hasMethodAnnotation(io.swagger.v3.oas.annotations.parameters.RequestBody.class);
        boolean write = takes(handler, Write.class);
        for (ApiCode code : ApiCode.values()) {
            boolean applies = switch (code.status()) {
                // a token that counts for nothing is refused wherever it is shown
                case 401 -> true;
                case 403 -> !open;
                case 409, 412, 422, 428 -> write;
                case 413, 415 -> body || write;
                case 429 -> open;
                default -> true;
            };
            if (applies) {
                operation
                        .getResponses()
                        .addApiResponse(
                                String.valueOf(code.status()),
                                new ApiResponse().$ref("#/components/responses/Problem"));
            }
        }
    }

    private Schema<?> schema(Class<?> type) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(schemas::put);
        return resolved.schema;
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
