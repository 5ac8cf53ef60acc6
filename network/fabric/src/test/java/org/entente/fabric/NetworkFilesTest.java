package org.entente.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.certs.msp.MspFolder;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Subject;
import org.entente.fabric.config.ChaincodePackage;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What Fabric's programs read, made from the shipped members file. */
class NetworkFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final MemberId AU = new MemberId("AU");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    private static NetworkPlan plan() throws IOException {
        return Plans.shipped();
    }

    private static NetworkLayout layout() {
        return new NetworkLayout(folder.resolve("network"));
    }

    @BeforeAll
    static void make() throws IOException {
        NetworkFiles.write(plan(), layout(), NOW);
    }

    private static JsonNode yaml(Path file) throws IOException {
        return YAMLMapper.builder().build().readTree(Files.readString(file));
    }

    @Test
    void an_api_is_told_where_its_own_peer_is_and_as_whom_it_comes() throws IOException {
        java.util.Properties settings = new java.util.Properties();
        MemberLayout own = layout().member(AU);
        try (var file = Files.newInputStream(own.connection())) {
            settings.load(file);
        }
        assertThat(settings.getProperty("entente.node.port")).isEqualTo("7100");
        assertThat(Path.of(settings.getProperty("entente.node.tls-root"))).isRegularFile();
        MspFolder msp = MspFolder.read(Path.of(settings.getProperty("entente.node.msp")));
        assertThat(Subject.of(msp.own().orElseThrow().certificate()).organizationalUnits())
                .containsExactly("client");
        assertThat(Files.readString(own.connection())).doesNotContain("PRIVATE").doesNotContain("#Mon");
    }

    @Test
    void one_collection_for_each_ordered_pair_is_written_by_the_authors_peer_alone() throws IOException {
        JsonNode collections = JsonMapper.builder().build().readTree(Files.readString(layout().collections()));
        assertThat(collections.size()).isEqualTo(4 * 3);
        JsonNode pair = collections
                .valueStream()
                .filter(each -> each.path("name").asString().equals("AU-CN"))
                .findFirst()
                .orElseThrow();
        assertThat(pair.path("policy").asString()).isEqualTo("OR('AU.member','CN.member')");
        assertThat(pair.at("/endorsementPolicy/signaturePolicy").asString()).isEqualTo("OR('AU.peer')");
        assertThat(pair.path("requiredPeerCount").asInt(-1)).isZero();
        assertThat(pair.path("blockToLive").asInt(-1)).isZero();
        assertThat(pair.path("memberOnlyRead").asBoolean(false)).isTrue();
        assertThat(pair.path("memberOnlyWrite").asBoolean(false)).isTrue();
    }

    @Test
    void each_node_has_its_role_under_its_members_own_root() {
        MemberLayout own = layout().member(AU);
        for (var expected : Map.of(
                        "peer",
                        NodeRole.PEER,
                        "orderer",
                        NodeRole.ORDERER,
                        "admin",
                        NodeRole.ADMIN,
                        "client",
                        NodeRole.CLIENT)
                .entrySet()) {
            MspFolder msp = MspFolder.read(own.node(expected.getKey()).msp());
            var certificate = msp.own().orElseThrow().certificate();
            assertThat(NodeRole.in(Subject.of(certificate))).containsExactly(expected.getValue());
            assertThat(Subject.of(certificate).organizations()).containsExactly("AU");
        }
        assertThat(MspFolder.read(own.msp()).own()).isEmpty();
        assertThat(MspFolder.read(layout().member(new MemberId("CN")).msp()).roots())
                .isNotEqualTo(MspFolder.read(own.msp()).roots());
    }

    @Test
    void identities_and_tls_have_roots_apart() throws IOException {
        MemberLayout own = layout().member(AU);
        var tlsRoot = Certificates.parsePem(Files.readAllBytes(own.node("peer").tlsRoot()))
                .orElseThrow();
        assertThat(MspFolder.read(own.msp()).roots()).doesNotContain(tlsRoot);
        assertThat(MspFolder.read(own.msp()).tlsRoots()).containsExactly(tlsRoot);
    }

    @Test
    void keys_are_read_by_their_owner_only() throws IOException {
        try (Stream<Path> files = Files.walk(layout().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.equals("key.pem")
                        || name.endsWith("_sk")
                        || name.endsWith(".p12")
                        || name.endsWith(".password")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void a_second_making_leaves_every_key_and_certificate_as_it_is() throws IOException {
        Map<String, Digest> before = digests();
        NetworkFiles.write(plan(), layout(), NOW.plusSeconds(86_400));
        assertThat(digests()).isEqualTo(before);
    }

    private static Map<String, Digest> digests() throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(layout().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(layout().folder().relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    @Test
    void tls_is_on_everywhere_and_the_operations_are_for_this_machine() throws IOException {
        JsonNode core = yaml(layout().member(AU).node("peer").folder().resolve("core.yaml"));
        assertThat(core.at("/peer/tls/enabled").asBoolean(false)).isTrue();
        assertThat(core.at("/operations/listenAddress").asString()).startsWith("127.0.0.1:");
        assertThat(core.at("/peer/handlers/authFilters").toString()).contains("TimeWindowCheck", "ExpirationCheck");
        JsonNode orderer = yaml(layout().member(AU).node("orderer").folder().resolve("orderer.yaml"));
        assertThat(orderer.at("/General/TLS/Enabled").asBoolean(false)).isTrue();
        assertThat(orderer.at("/Admin/TLS/ClientAuthRequired").asBoolean(false)).isTrue();
        assertThat(orderer.at("/Admin/ListenAddress").asString()).startsWith("127.0.0.1:");
    }

    @Test
    void the_channel_names_four_consenters_with_their_own_certificates() throws IOException {
        JsonNode profile = yaml(layout().channel().resolve("configtx.yaml")).at("/Profiles/Entente");
        assertThat(profile.at("/Capabilities/V3_0").asBoolean(false)).isTrue();
        assertThat(profile.at("/Orderer/OrdererType").asString()).isEqualTo("BFT");
        assertThat(profile.at("/Orderer/SmartBFT/LeaderHeartbeatTimeout").asString())
                .isEqualTo("5s");
        JsonNode consenters = profile.at("/Orderer/ConsenterMapping");
        assertThat(consenters.valueStream().map(each -> each.path("MSPID").asString()))
                .containsExactly("AU", "CN", "ID", "SG");
        for (JsonNode consenter : consenters) {
            for (String name : new String[] {"Identity", "ClientTLSCert", "ServerTLSCert"}) {
                assertThat(Path.of(consenter.path(name).asString())).isRegularFile();
            }
        }
        assertThat(profile.at("/Application/Policies/LifecycleEndorsement/Rule").asString())
                .isEqualTo("MAJORITY Endorsement");
    }

    @Test
    void a_package_is_the_same_for_the_same_jar_and_another_for_another() throws IOException {
        NetworkMember member = plan().member(AU).orElseThrow();
        MemberLayout own = layout().member(AU);
        Digest jar = Digest.of(new byte[] {1});
        ChaincodePackage once = ChaincodePackage.of(member, "localhost", own, "1.0", jar);
        assertThat(ChaincodePackage.of(member, "localhost", own, "1.0", jar).bytes())
                .isEqualTo(once.bytes());
        assertThat(ChaincodePackage.of(member, "localhost", own, "1.0", Digest.of(new byte[] {2}))
                        .id())
                .isNotEqualTo(once.id());
        assertThat(once.id()).matches("entente_1\\.0_[0-9a-f]{16}:[0-9a-f]{64}");
    }

    @Test
    void the_builder_takes_our_package_and_no_other(@TempDir Path work) throws Exception {
        Path builder = layout().folder().resolve("builder");
        Path programs = builder.resolve("bin");
        Path metadata = Files.createDirectory(work.resolve("metadata"));
        Files.writeString(metadata.resolve("metadata.json"), "{\"label\":\"x\",\"type\":\"entente-service\"}");
        assertThat(exit(programs.resolve("detect"), work, metadata)).isZero();
        Files.writeString(metadata.resolve("metadata.json"), "{\"label\":\"x\",\"type\":\"java\"}");
        assertThat(exit(programs.resolve("detect"), work, metadata)).isNotZero();
        NodeLayout peer = layout().member(AU).node("peer");
        assertThat(yaml(peer.folder().resolve("core.yaml"))
                        .at("/chaincode/externalBuilders/0/path")
                        .asString())
                .isEqualTo(builder.toString());
    }

    private static int exit(Path program, Path... arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(Stream.concat(Stream.of(program), Stream.of(arguments))
                        .map(Path::toString)
                        .toList())
                .inheritIO()
                .start()
                .waitFor();
    }
}
