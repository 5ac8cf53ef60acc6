package org.entente.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.entente.api.account.Caller;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Write;
import org.entente.api.paging.PageRequest;
import org.entente.api.problem.ProblemView;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells springdoc what the API's own argument types mean. Only the instance that is described has it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("springdoc.api-docs.enabled")
class DescriptionConfiguration {
    private final OperationDescription operations = new OperationDescription();

    DescriptionConfiguration() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Write.class, JsonBody.class, PageRequest.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Entente")
                        .version("1")
                        .description("One member's service: certificates of origin from application to use."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addResponses(
                                "Problem",
                                new ApiResponse()
                                        .description(
                                                "A problem document (RFC 9457). Title and detail follow Accept-Language"
                                                        + " (English, Spanish); codes and pointers never change.")
                                        .addHeaderObject(
                                                "Content-Language",
                                                new Header()
                                                        .description("Of title and detail; two where some words have no"
                                                                + " translation")
                                                        .schema(new StringSchema()))
                                        .addHeaderObject(
                                                "Vary",
                                                new Header()
                                                        .description("Accept-Language")
                                                        .schema(new StringSchema()))
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/"
                                                                                + ProblemView.class.getName()))))))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    GlobalOperationCustomizer operationDescription() {
        return operations::describe;
    }

    @Bean
    GlobalOpenApiCustomizer schemaDescription() {
        return document -> operations
                .schemas()
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    }

    @Bean
    GlobalOpenApiCustomizer messageDescription() {
        return WebhookDescription::add;
    }
}
