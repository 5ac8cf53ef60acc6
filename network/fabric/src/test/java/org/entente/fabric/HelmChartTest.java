package org.entente.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.container.HelmValues;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart of a member, linted and rendered by Helm itself with the values that the members file makes. No cluster runs it. */
class HelmChartTest {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // before the first test
    private static List<JsonNode> objects;

    @BeforeAll
    static void render() throws IOException {
        NetworkLayout layout = new NetworkLayout(folder.resolve("network"));
        NetworkFiles.writeClustered(plan(), layout, Instant.parse("2026-11-24T12:00:00Z"));
        new HelmValues(plan(), layout).write(member -> "entente_1.0_0:1");
        Path own = Files.writeString(folder.resolve("own.yaml"), """
                images: {contract: "registry.example/entente/contract:1", api: "registry.example/entente/api:1"}
                api: {database: {url: "jdbc:postgresql://db.example:5432/au?sslmode=verify-full"}}
                """);
        String text = new Helm(Path.of("helm"))
                .template()
                .withName("entente")
                .withNamespace("au")
                .withKubeVersion("1.33.0")
                .withValuesFile(layout.helm().resolve("AU.yaml"))
                .withValuesFile(own)
                .call();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            objects = documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }

    private static NetworkPlan plan() throws IOException {
        return Plans.of(Plans.text().replaceFirst("localhost", "entente.customs.example"));
    }

    private static JsonNode object(String kind, String name) {
        return objects.stream()
                .filter(each -> each.path("kind").asString().equals(kind)
                        && each.at("/metadata/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> pods() {
        return objects.stream().map(each -> each.at("/spec/template/spec")).filter(JsonNode::isObject);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Test
    void helm_finds_nothing_wrong_with_the_chart() throws IOException {
        Path chart = folder.resolve("chart");
        try (Stream<Path> files = Files.walk(Path.of("helm"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = chart.resolve(Path.of("helm").relativize(file));
                Files.createDirectories(to.toAbsolutePath().getParent());
                Files.copy(file, to);
            }
        }
        // Lint takes no further values: those of a member stand in for the chart's own.
        Files.writeString(chart.resolve("values.yaml"), merged().toString());
        LintResult result = new Helm(chart).lint().strict().call();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    private static JsonNode merged() throws IOException {
        JsonNode values = YAML.readTree(Files.readString(Path.of("helm", "values.yaml")));
        for (Path more : List.of(folder.resolve("network/helm/AU.yaml"), folder.resolve("own.yaml"))) {
            values = YAML.readerForUpdating(values).readValue(Files.readString(more));
        }
        return values;
    }

    @Test
    void a_member_is_a_peer_an_orderer_a_contract_and_its_api() {
        assertThat(objects.stream()
                        .map(each -> each.path("kind").asString() + " "
                                + each.at("/metadata/name").asString()))
                .contains("StatefulSet peer", "StatefulSet orderer", "Deployment chaincode", "Deployment api")
                .noneMatch(each -> each.startsWith("Secret "));
        assertThat(pods()).hasSize(4);
    }

    @Test
    void no_pod_runs_as_root_or_writes_to_its_own_file_system() {
        pods().forEach(pod -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean(false)).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            JsonNode container = pod.path("containers").path(0);
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(false))
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop").toString())
                    .isEqualTo("[\"ALL\"]");
            assertThat(container.path("image").asString()).matches(".+:[0-9].*");
            for (String probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
                String port = container.path(probe).path("httpGet").path("port").asString();
                assertThat(each(container.path("ports"))
                                .map(each -> each.path("name").asString()))
                        .contains(port);
            }
            assertThat(container.at("/resources/limits/memory").isString()).isTrue();
        });
    }

    @Test
    void every_mount_has_a_volume_and_secrets_are_named_and_not_held() {
        for (JsonNode object : objects) {
            JsonNode pod = object.at("/spec/template/spec");
            List<String> volumes = Stream.concat(
                            each(pod.path("volumes"))
                                    .map(each -> each.path("name").asString()),
                            each(object.at("/spec/volumeClaimTemplates"))
                                    .map(each -> each.at("/metadata/name").asString()))
                    .toList();
            each(pod.at("/containers/0/volumeMounts"))
                    .forEach(mount ->
                            assertThat(volumes).contains(mount.path("name").asString()));
            assertThat(object.toString()).doesNotContain("PRIVATE KEY");
        }
        assertThat(object("Deployment", "api")
                        .at("/spec/template/spec/containers/0/env")
                        .toString())
                .contains("\"secretKeyRef\":{\"name\":\"entente-database\",\"key\":\"password\"}");
    }

    @Test
    void settings_and_services_speak_of_the_same_ports_and_hosts() throws IOException {
        JsonNode core =
                YAML.readTree(object("ConfigMap", "peer").at("/data/core.yaml").asString());
        assertThat(core.at("/peer/address").asString()).isEqualTo("entente.customs.example:7100");
        for (Map.Entry<String, String> each :
                Map.of("peer", "7100", "orderer", "7103", "chaincode", "7102").entrySet()) {
            assertThat(object("Service", each.getKey()).at("/spec/ports/0/port").asString(""))
                    .isEqualTo(each.getValue());
        }
        assertThat(core.at("/chaincode/externalBuilders/0/path").asString()).isEqualTo("/entente/builder");
        assertThat(object("ConfigMap", "api").at("/data/connection.properties").asString())
                .contains("entente.node.host=peer.au");
    }

    @Test
    void the_contract_is_reached_by_the_peer_alone() {
        assertThat(object("NetworkPolicy", "chaincode").at("/spec/ingress").toString())
                .isEqualTo(
                        "[{\"from\":[{\"podSelector\":{\"matchLabels\":{\"app.kubernetes.io/name\":\"peer\","
                                + "\"app.kubernetes.io/instance\":\"entente\"}}}],\"ports\":[{\"protocol\":\"TCP\",\"port\":7102}]}]");
    }
}
