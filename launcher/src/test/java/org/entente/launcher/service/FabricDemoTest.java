package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.show.FoldedState;
import org.entente.launcher.Main;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.launcher.service.Account.Role;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.shipped.ShippedRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The demo on real peers, with Fabric's programs on the PATH: {@code -Dentente.fabric.members=FILE} names the members file.
 * What was away catches up, what was killed comes back, and a projection is its replay.
 */
class FabricDemoTest {
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");
    private static final String MEMBERS = System.getProperty("entente.fabric.members", "");

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_fabric() {
        assumeTrue(
                !MEMBERS.isEmpty(),
                "SKIPPED: the demo on real Fabric peers (-Dentente.fabric.members=FILE, Fabric's programs on the PATH)");
    }

    @Test
    void a_partners_peer_that_was_away_catches_up_and_everything_is_its_replay() throws Exception {
        Path data = folder.resolve("data");
        try (DemoProcess demo = demo(data, "first.txt")) {
            assertThat(demo.said())
                    .contains("Hyperledger Fabric", "ordering by 4 members", "the first certificate is on the ledger");
            network(data, "stop", "--kill", "peer.CN");
            issue(demo, "AWAY-AU-1");
            try (SignedIn abroad = demo.signIn(CN, Role.VERIFYING_OFFICER)) {
                assertThat(abroad.get("/v1/inbox").good().text()).doesNotContain("AWAY-AU-1");
                network(data, "start", "peer.CN");
                DemoProcess.await(
                        "what was said meanwhile arrives",
                        () -> abroad.get("/v1/inbox").text().contains("AWAY-AU-1"));
            }
            assertThat(kept(data, CN)).isEqualTo(replayed(data, CN));
            demo.end();
            demo.awaitNobodyLeft();
        }
        try (DemoProcess again = demo(data, "second.txt")) {
            issue(again, "AGAIN-AU-1");
            try (SignedIn abroad = again.signIn(CN, Role.VERIFYING_OFFICER)) {
                DemoProcess.await(
                        "it goes on", () -> abroad.get("/v1/inbox").text().contains("AGAIN-AU-1"));
            }
            again.kill();
            again.awaitNobodyLeft();
        }
    }

    private DemoProcess demo(Path data, String out) throws Exception {
        return new DemoProcess(data, folder.resolve(out), "--network", "fabric", "--members", MEMBERS);
    }

    private static void network(Path data, String action, String... words) {
        StringWriter said = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "network",
                                        action,
                                        "--data",
                                        data.resolve("fabric").toString()),
                                java.util.stream.Stream.of(words))
                        .toArray(String[]::new));
        assertThat(exitCode).as(said.toString()).isZero();
    }

    private static void issue(DemoProcess demo, String number) {
        try (SignedIn exporter = demo.signIn(AU, Role.EXPORTER);
                SignedIn officer = demo.signIn(AU, Role.ISSUING_OFFICER)) {
            JsonNode certificate = SampleCertificate.of(
                    AU, number, LocalDate.now(ZoneOffset.UTC).minusDays(10));
            Answer applied = exporter.post("/v1/applications", number, certificate.toString(), "")
                    .good();
            Answer approved = officer.post(applied.location() + "/approval", number, "", applied.etag())
                    .good();
            DemoProcess.await(
                    number + " is final at its author's",
                    () -> officer.get("/v1/statements/" + approved.at("/progress/statement") + "?waitSeconds=30")
                            .at("/stage")
                            .equals("FINAL"));
        }
    }

    private static Digest kept(Path data, MemberId member) {
        NodeSettings settings = settings(data, member);
        try (Database database = Database.open(new DatabaseSettings.Jdbc(
                settings.database().url(),
                settings.database().role(),
                settings.database().password(),
                2))) {
            return new FoldedState(database, member, ShippedRules.BOOK).digest(Optional.empty());
        }
    }

    /** By a node that knows nothing yet: from block 0, with the private data that the peer still has. */
    private static Digest replayed(Path data, MemberId member) throws Exception {
        NodeSettings settings = settings(data, member);
        String url = settings.database().url();
        String server = url.substring(0, url.lastIndexOf('/') + 1);
        String superuser = Files.readString(data.resolve("postgres").resolve("superuser"), StandardCharsets.US_ASCII);
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create database replay owner " + settings.database().role());
        }
        Digest wanted = kept(data, member);
        try (MemberNode node = MemberNode.start(settings.config()
                .withDatabase(new DatabaseSettings.Jdbc(
                        server + "replay",
                        settings.database().role(),
                        settings.database().password(),
                        4)))) {
            DemoProcess.await("it is replayed", () -> node.stateDigest().equals(wanted));
            return node.stateDigest();
        }
    }

    private static NodeSettings settings(Path data, MemberId member) {
        return NodeSettings.read(data.resolve(member.value()).resolve("node.json"));
    }
}
