package org.entente.api.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.api.body.Takes;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.entente.model.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/openapi.yaml} is what the handlers say. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");
    private static final String SCHEMAS = "#/components/schemas/";

    @Test
    void the_committed_description_is_what_the_handlers_say() throws IOException {
        String made = description();
        if (System.getProperty("entente.regenerate", "").contains("openapi")) {
            Files.writeString(COMMITTED, made);
        }
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("stale. If the change is meant: ./mvnw -pl api -am test -Dtest=OpenApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dentente.regenerate=openapi")
                .isEqualTo(made);
    }

    @Test
    void an_instance_serves_it_to_anybody() throws IOException {
        Api au = Stage.shared().au();
        assertThat(au.send(HttpRequest.newBuilder(au.at("/openapi.yaml")))
                        .expect(200)
                        .text())
                .isEqualTo(Files.readString(COMMITTED));
    }

    private static String description() throws IOException {
        try (Api described =
                Stage.shared().start("AU", "--springdoc.api-docs.enabled=true", "--springdoc.use-fqn=true")) {
            byte[] json = described
                    .part(OpenApiWebMvcResource.class)
                    .openapiJson(new MockHttpServletRequest("GET", "/v3/api-docs"), "/v3/api-docs", Locale.ENGLISH);
            JsonNode document = JSON.readTree(json);
            RequiredMembers.mark(document);
            ByteBodies.mark(document);
            return yaml(JSON.readTree(shortNames(document.toString())));
        }
    }

    /** Schemas are named after their records without the package, and tags after their controllers. */
    private static String shortNames(String json) {
        return json.replaceAll("[oO]rg\\.entente\\.(?:[a-z]+\\.)+", "")
                .replace("ItemsNetworkView", "Items.NetworkView")
                .replaceAll("\"([a-z-]+)-controller\"", "\"$1\"");
    }

    private static String yaml(JsonNode document) throws IOException {
        // Generated Java does not compile for sets of an enumeration that has no name of its own.
        document.at("/components/schemas")
                .valueStream()
                .flatMap(schema -> schema.path("properties").valueStream())
                .filter(member -> member.path("items").has("enum"))
                .forEach(member -> ((ObjectNode) member).remove("uniqueItems"));
        anyMembers((ObjectNode) document.at("/components/schemas"));
        addCertificate((ObjectNode) document.at("/components/schemas"));
        ((ObjectNode) document).remove("servers");
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return "# Made from the handlers by OpenApiTest; do not edit.\n" + new Yaml(options).dump(sorted(document));
    }

    /** What holds any members, and not what Jackson's class has methods for. */
    private static void anyMembers(ObjectNode schemas) {
        String name = JsonNode.class.getName();
        schemas.valueStream()
                .flatMap(schema -> schema.path("properties").valueStream())
                .filter(member -> member.path("$ref").asString("").equals(SCHEMAS + name))
                .map(ObjectNode.class::cast)
                .forEach(member -> {
                    member.remove("$ref");
                    member.put("type", "object").put("additionalProperties", true);
                });
        schemas.remove(name);
    }

    /** The certificate's own schema, with its parts among the document's. */
    private static void addCertificate(ObjectNode schemas) throws IOException {
        try (InputStream in = StrictJson.class
                .getClassLoader()
                .getResourceAsStream("org/entente/model/schema/origin.certificate.issued-1.json")) {
            String text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), UTF_8);
            JsonNode parts = JSON.readTree(text).path("$defs");
            for (Map.Entry<String, JsonNode> part : parts.properties()) {
                JsonNode moved = JSON.readTree(part.getValue()
                        .toString()
                        .replaceAll("#/\\$defs/([a-z])", SCHEMAS + Takes.CERTIFICATE + "-$1")
                        .replace(SCHEMAS + Takes.CERTIFICATE + "-certificate", SCHEMAS + Takes.CERTIFICATE));
                // Generators of clients take an enumeration without a type for one of texts, or of decimals.
                if (moved.at("/properties/hsEdition") instanceof ObjectNode edition) {
                    edition.put("type", "integer");
                }
                schemas.set(
                        part.getKey().equals("certificate")
                                ? Takes.CERTIFICATE
                                : Takes.CERTIFICATE + "-" + part.getKey(),
                        moved);
            }
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            // One object for each list: YAML would refer from one place to another where they are the same.
            return new ArrayList<>(node.valueStream().map(OpenApiTest::sorted).toList());
        }
        return node.isBoolean()
                ? node.booleanValue()
                : node.isIntegralNumber() ? (Object) node.longValue() : node.asString();
    }
}
