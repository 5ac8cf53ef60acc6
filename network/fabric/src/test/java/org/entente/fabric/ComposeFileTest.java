package org.entente.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.certs.x509.Certificates;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.container.ComposeFile;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The containers of a network: no engine runs here, so everything that one would stumble over is looked at. */
class ComposeFileTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final MemberId AU = new MemberId("AU");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // before the first test
    private static JsonNode compose;

    private static NetworkPlan plan() throws IOException {
        return Plans.shipped();
    }

    private static NetworkLayout layout() {
        return new NetworkLayout(folder.resolve("network"));
    }

    private static JsonNode yaml(Path file) throws IOException {
        return YAMLMapper.builder().build().readTree(Files.readString(file));
    }

    @BeforeAll
    static void make() throws IOException {
        NetworkFiles.writeContained(plan(), layout(), NOW);
        new ComposeFile(
                        plan(),
                        layout(),
                        new ComposeFile.Origin(
                                Path.of("/sources"), "1.2.3", "10001:10001", member -> Map.of("ONE", "costs $1")))
                .write();
        compose = yaml(layout().compose());
    }

    private static JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    @Test
    void every_member_has_peer_orderer_contract_database_and_api() {
        assertThat(compose.path("services").propertyNames())
                .hasSize(20)
                .contains("peer.au", "orderer.cn", "chaincode.id", "database.sg", "api.au");
    }

    @Test
    void nothing_runs_as_root_or_writes_outside_its_own_folders() {
        for (JsonNode service : compose.path("services")) {
            assertThat(service.path("user").asString()).isEqualTo("10001:10001");
            assertThat(service.path("read_only").asBoolean(false)).isTrue();
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
            assertThat(service.at("/healthcheck/test").size()).isEqualTo(4);
            assertThat(service.path("image").asString()).matches("[a-z/-]+:\\d+\\.\\d+[0-9.]*");
            for (JsonNode port : service.path("ports")) {
                assertThat(port.asString()).startsWith("127.0.0.1:");
            }
        }
    }

    @Test
    void whatever_is_mounted_exists_and_only_data_is_written() throws IOException {
        for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
            for (JsonNode mount : service.getValue().path("volumes")) {
                Path source = layout().folder().resolve(mount.path("source").asString());
                boolean data = !mount.path("read_only").asBoolean(false);
                if (data) {
                    assertThat(source.getFileName().toString()).isIn("data", "wal", "snapshots");
                } else if (!service.getKey().startsWith("api.") && !source.endsWith("database/password")) {
                    assertThat(source).exists();
                }
            }
        }
    }

    @Test
    void no_container_sees_another_members_files_nor_its_own_members_authority() {
        for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
            String member = service.getKey().substring(service.getKey().indexOf('.') + 1);
            for (JsonNode mount : service.getValue().path("volumes")) {
                assertThat(mount.path("source").asString())
                        .matches("\\./builder|(?i)\\./(members|containers)/" + member + "/.*")
                        .doesNotContain("/ca", "/admin");
            }
        }
    }

    @Test
    void a_contract_and_a_database_are_reached_by_their_own_member_only() {
        for (String node : List.of("chaincode.au", "database.au")) {
            assertThat(service(node).path("networks").propertyNames()).containsExactly("au");
            assertThat(service(node).has("ports")).isFalse();
        }
        assertThat(compose.at("/networks/au/internal").asBoolean(false)).isTrue();
        assertThat(service("peer.au").path("networks").propertyNames()).containsExactlyInAnyOrder("entente", "au");
        assertThat(service("orderer.au").path("networks").propertyNames()).containsExactly("entente");
    }

    @Test
    void every_path_in_a_nodes_settings_lies_in_something_that_its_container_mounts() throws IOException {
        for (String node : List.of("peer/core.yaml", "orderer/orderer.yaml")) {
            Path file = layout().contained(AU).folder().resolve(node);
            String name = node.substring(0, node.indexOf('/')) + ".au";
            List<String> targets = service(name)
                    .path("volumes")
                    .valueStream()
                    .map(mount -> mount.path("target").asString())
                    .toList();
            Set<String> paths = new TreeSet<>();
            collect(yaml(file), paths);
            assertThat(paths).isNotEmpty();
            for (String path : paths) {
                assertThat(targets).as(path).anyMatch(path::startsWith);
            }
        }
    }

    private static void collect(JsonNode node, Set<String> paths) {
        if (node.isString() && node.asString().startsWith("/")) {
            paths.add(node.asString());
        }
        node.forEach(each -> collect(each, paths));
    }

    @Test
    void nodes_are_named_by_the_hosts_of_their_certificates_and_containers() throws Exception {
        JsonNode core = yaml(layout().contained(AU).node("peer").folder().resolve("core.yaml"));
        assertThat(core.at("/peer/address").asString()).isEqualTo("peer.au:7100");
        assertThat(core.at("/peer/listenAddress").asString()).isEqualTo("0.0.0.0:7100");
        String channel = Files.readString(layout().channel().resolve("configtx.yaml"));
        assertThat(channel).contains("orderer.sg:7133", "peer.cn").doesNotContain("localhost");
        assertThat(Files.readString(layout().contained(AU).connection())).contains("entente.node.host=peer.au");
        for (NetworkMember member : plan().members()) {
            MemberLayout own = layout().member(member.id());
            for (String node : List.of("peer", "orderer", "chaincode", "database")) {
                String host = node + "." + member.id().value().toLowerCase(java.util.Locale.ROOT);
                var certificate = Certificates.parsePem(
                                Files.readAllBytes(own.node(node).tlsCertificate()))
                        .orElseThrow();
                assertThat(String.valueOf(certificate.getSubjectAlternativeNames()))
                        .contains(host);
                assertThat(service(host).path("networks").valueStream())
                        .allMatch(network -> network.path("aliases").toString().contains(host));
            }
        }
    }

    @Test
    void the_administrators_of_this_machine_find_their_nodes_as_those_of_processes_do() throws IOException {
        JsonNode core = yaml(layout().member(AU).node("peer").folder().resolve("core.yaml"));
        assertThat(core.at("/peer/address").asString()).isEqualTo("localhost:7100");
        assertThat(service("peer.au").path("ports").toString()).contains("127.0.0.1:7100:7100");
        assertThat(service("orderer.au").path("ports").toString()).contains("127.0.0.1:7104:7104");
    }

    @Test
    void a_value_with_a_dollar_stays_what_it_is() {
        assertThat(service("chaincode.au").at("/environment/ONE").asString()).isEqualTo("costs $$1");
    }
}
