package org.entente.fabric.container;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.NodeHosts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * {@code compose.yaml} (Compose Specification): peer, orderer and contract of each member, and under the profile {@code api} its
 * API with a database. Peers and orderers meet in one network; a contract and a database are reached by their own member only.
 */
public final class ComposeFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private static final String HEADER = """
            # Made from members.yaml by ./entente network compose: changes here are lost.
            # The form of this file is checked by tests (structure, hosts, ports, files). The tests run no container engine:
            # that it runs on yours is for you to see. docs/guides/deployment.md says how.
            """;

    private static final String ALL = "entente";
    private static final int DATABASE_PORT = 5432;
    private static final int API_PORT = 8080;

    private final NetworkPlan plan;
    private final NetworkLayout layout;
    private final Origin origin;

    /**
     * What is not in the plan.
     *
     * @param sources folder of the repository, from whose modules the images of Entente are built
     * @param version of Entente, the tag of these images
     * @param user {@code uid:gid} whose files these are, as whom everything runs
     * @param contract the environment of a member's contract service, as the shim wants it
     */
    public record Origin(
            Path sources, String version, String user, Function<NetworkMember, Map<String, String>> contract) {}

    /**
     * The containers of a network.
     *
     * @param plan the network
     * @param layout where its files stand
     * @param origin the rest
     */
    public ComposeFile(NetworkPlan plan, NetworkLayout layout, Origin origin) {
        this.plan = plan;
        this.layout = layout;
        this.origin = origin;
    }

    /** Writes the file into the network's folder. */
    public void write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", "entente-" + plan.channel().replace('.', '-'));
        ObjectNode services = root.putObject("services");
        ObjectNode networks = root.putObject("networks");
        networks.putObject(ALL).put("driver", "bridge");
        for (NetworkMember member : plan.members()) {
            networks.putObject(own(member)).put("driver", "bridge").put("internal", true);
            if (member.orders()) {
                services.set(name(member, "orderer"), orderer(member).node());
            }
            services.set(name(member, "chaincode"), chaincode(member).node());
            services.set(name(member, "peer"), peer(member).node());
            services.set(name(member, "database"), database(member).node());
            services.set(name(member, "api"), api(member).node());
        }
        WholeFiles.write(
                layout.compose(),
                (HEADER + YAML.writeValueAsString(root)).getBytes(StandardCharsets.UTF_8),
                WholeFiles.Readers.EVERYBODY);
    }

    private ComposeService orderer(NetworkMember member) {
        return node(member, "orderer", Images.ORDERER)
                .environment(fabric("/entente/orderer"))
                .reads(contained(member, "orderer/orderer.yaml"), "/entente/orderer/orderer.yaml")
                .reads(files(member, "orderer/msp"), "/entente/orderer/msp")
                .writes(files(member, "orderer/data"), "/entente/orderer/data")
                .writes(files(member, "orderer/wal"), "/entente/orderer/wal")
                .writes(files(member, "orderer/snapshots"), "/entente/orderer/snapshots")
                .network(ALL, name(member, "orderer"))
                .publishes(local(member.ordererPort()))
                .publishes(local(member.ordererAdminPort()))
                .publishes(local(member.ordererOperationsPort()))
                .healthyIf(ComposeService.asks(member.ordererOperationsPort(), "/healthz"));
    }

    private ComposeService peer(NetworkMember member) {
        return node(member, "peer", Images.PEER)
                .environment(fabric("/entente/peer"))
                .reads("./builder", "/entente/builder")
                .reads(contained(member, "peer/core.yaml"), "/entente/peer/core.yaml")
                .reads(files(member, "peer/msp"), "/entente/peer/msp")
                .writes(files(member, "peer/data"), "/entente/peer/data")
                .writes(files(member, "peer/snapshots"), "/entente/peer/snapshots")
                .network(ALL, name(member, "peer"))
                .network(own(member), name(member, "peer"))
                .publishes(local(member.peerPort()))
                .publishes(local(member.peerOperationsPort()))
                .healthyIf(ComposeService.asks(member.peerOperationsPort(), "/healthz"));
    }

    /** An engine does nothing about an unhealthy container: the check itself ends a service that says its threads are stuck. */
    private ComposeService chaincode(NetworkMember member) {
        String health = ComposeService.asks(member.chaincodeHealthPort(), "/healthz")
                + " || { [[ \"$$line\" == *' 503'* ]] && kill -TERM 1; exit 1; }";
        return node(member, "chaincode", Images.CONTRACT + ":" + origin.version())
                .build(origin.sources().resolve("chaincode/contract").toString())
                .command(List.of("/entente/chaincode/tls/root.pem"))
                .environment(origin.contract().apply(member))
                .environment(Map.of("CHAINCODE_LOG_FORMAT", "json"))
                .network(own(member), name(member, "chaincode"))
                .healthyIf(health);
    }

    private ComposeService database(NetworkMember member) {
        return node(member, "database", Images.POSTGRESQL)
                .onlyWith("api")
                .command(List.of(
                        "-c",
                        "ssl=on",
                        "-c",
                        "ssl_cert_file=/entente/database/tls/cert.pem",
                        "-c",
                        "ssl_key_file=/entente/database/tls/key.pem",
                        "-c",
                        "password_encryption=scram-sha-256",
                        "-c",
                        "unix_socket_directories=/tmp"))
                .environment(Map.of(
                        "PGDATA", "/entente/database/data/pgdata",
                        "POSTGRES_DB", "entente",
                        "POSTGRES_USER", "entente",
                        "POSTGRES_PASSWORD_FILE", "/entente/database/password",
                        "POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --auth-local=scram-sha-256"))
                .reads(files(member, "database/password"), "/entente/database/password")
                .writes(files(member, "database/data"), "/entente/database/data")
                .network(own(member), name(member, "database"))
                .healthyIf("pg_isready -q -h 127.0.0.1 -p " + DATABASE_PORT + " -U entente");
    }

    private ComposeService api(NetworkMember member) {
        return node(member, "api", Images.API + ":" + origin.version())
                .onlyWith("api")
                .build(origin.sources().resolve("api").toString())
                .command(List.of("/entente/api/api.properties"))
                .environment(Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"))
                .reads(files(member, "api"), "/entente/api")
                .reads(contained(member, "connection.properties"), "/entente/connection.properties")
                .reads(files(member, "client/msp"), "/entente/client/msp")
                .reads(files(member, "client/tls/root.pem"), "/entente/client/tls/root.pem")
                .network(ALL, name(member, "api"))
                .network(own(member), name(member, "api"))
                // A port that the engine chooses: before it stands the member's own proxy, with its public certificate.
                .publishes("127.0.0.1::" + API_PORT)
                .startsAfter(name(member, "database"))
                .healthyIf(ComposeService.asks(API_PORT, "/health/ready"));
    }

    private static Map<String, String> fabric(String settings) {
        return Map.of("FABRIC_CFG_PATH", settings, "FABRIC_LOGGING_SPEC", "INFO", "FABRIC_LOGGING_FORMAT", "json");
    }

    private ComposeService node(NetworkMember member, String node, String image) {
        ComposeService service = new ComposeService(image, origin.user());
        return node.equals("api") ? service : service.reads(files(member, node + "/tls"), "/entente/" + node + "/tls");
    }

    private static String name(NetworkMember member, String node) {
        return NodeHosts.CONTAINERS.of(member, node);
    }

    /** For the administrator on this machine, see {@link org.entente.fabric.config.NetworkFiles#writeContained}. */
    private static String local(int port) {
        return "127.0.0.1:" + port + ":" + port;
    }

    private static String own(NetworkMember member) {
        return member.id().value().toLowerCase(Locale.ROOT);
    }

    private static String files(NetworkMember member, String file) {
        return "./members/" + member.id() + "/" + file;
    }

    private static String contained(NetworkMember member, String file) {
        return "./containers/" + member.id() + "/" + file;
    }
}
