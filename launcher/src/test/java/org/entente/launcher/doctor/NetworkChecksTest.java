package org.entente.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.PlanFile;
import org.entente.model.finding.Checked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./entente doctor --network fabric}, on members files and folders of all kinds. */
class NetworkChecksTest {
    private static final int PORTS = 16;

    @TempDir
    private Path folder;

    private Path data;
    private Path members;
    private int firstPort;

    @BeforeEach
    void file() throws IOException {
        data = folder.resolve("network");
        firstPort = freeRow();
        members = members("localhost");
    }

    private Path members(String secondHost) throws IOException {
        return Files.writeString(
                folder.resolve("members.yaml"), """
                channel: entente
                ordering: Raft
                members:
                  - {id: AU, name: Australia, host: localhost, firstPort: %d}
                  - {id: CN, name: China, host: %s, firstPort: %d}
                """.formatted(firstPort, secondHost, firstPort + PORTS / 2));
    }

    @Test
    void a_network_not_made_yet_needs_its_ports_alone() {
        JsonNode report = doctor();

        assertThat(status(report, "members")).isEqualTo("ok");
        assertThat(found(report, "members"))
                .contains("2 members, 2 of them order")
                .contains("no network yet");
        assertThat(found(report, "nodeports")).isEqualTo("16 ports are free, 0 processes of the network run");
        assertThat(found(report, "hosts")).isEqualTo("every member's nodes stand on this machine");
        assertThat(status(report, "expiry")).isEqualTo("ok");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_port_of_a_node_that_another_program_uses_is_named() throws IOException {
        try (ServerSocket other = new ServerSocket(firstPort + 3, 1, InetAddress.getLoopbackAddress())) {
            JsonNode report = doctor();

            assertThat(status(report, "nodeports")).isEqualTo("fail");
            assertThat(found(report, "nodeports"))
                    .isEqualTo("other programs use " + other.getLocalPort() + " (orderer.AU)");
            assertThat(report.at("/healthy").booleanValue()).isFalse();
        }
    }

    @Test
    void a_members_file_that_cannot_be_used_is_told_with_all_that_is_wrong() throws IOException {
        Files.writeString(
                members,
                "channel: Entente\nmembers: [{id: AUS, host: a, firstPort: 80}, {id: CN, host: b, firstPort: 81}]\n");

        JsonNode report = doctor();

        assertThat(status(report, "members")).isEqualTo("fail");
        assertThat(found(report, "members")).contains("/channel", "/members/0/id", "/members/0/firstPort");
        assertThat(names(report)).doesNotContain("nodeports", "hosts", "expiry", "secrets");
    }

    @Test
    void a_member_elsewhere_that_does_not_answer_is_told() throws IOException {
        // reserved for documentation and routed nowhere (RFC 5737)
        members("192.0.2.1");

        JsonNode report = doctor();

        assertThat(status(report, "hosts")).isEqualTo("warn");
        assertThat(found(report, "hosts")).contains("192.0.2.1:" + (firstPort + 8) + " (CN)");
    }

    @Test
    void certificates_that_last_and_keys_for_their_owner_are_good() {
        make(Instant.now());

        JsonNode report = doctor();

        assertThat(status(report, "expiry")).as(report::toString).isEqualTo("ok");
        assertThat(found(report, "expiry")).endsWith("the first ends in 824 days");
        assertThat(status(report, "secrets")).as(report::toString).isEqualTo("ok");
        assertThat(found(report, "secrets")).endsWith("each for its owner alone");
    }

    @Test
    void certificates_in_their_last_month_are_told() {
        // 825 days from an hour before they were made
        make(Instant.now().minus(Duration.ofDays(796)));
        assertThat(status(doctor(), "expiry")).isEqualTo("warn");
    }

    @Test
    void certificates_with_a_month_to_go_are_good() {
        make(Instant.now().minus(Duration.ofDays(794)));
        assertThat(status(doctor(), "expiry")).isEqualTo("ok");
    }

    @Test
    void certificates_that_are_not_valid_yet_fail() {
        make(Instant.now().plus(Duration.ofDays(1)));
        JsonNode report = doctor();
        assertThat(status(report, "expiry")).isEqualTo("fail");
        assertThat(found(report, "expiry")).startsWith("not valid yet: AU/");
    }

    @Test
    void a_certificate_that_cannot_be_read_fails() throws IOException {
        make(Instant.now());
        Path damaged = peer().tlsCertificate();
        Files.writeString(damaged, Files.readString(damaged).replaceFirst("MII", "AAA"));
        JsonNode report = doctor();
        assertThat(status(report, "expiry")).isEqualTo("fail");
        assertThat(found(report, "expiry")).isEqualTo("not a certificate that can be read: AU/peer/tls/cert.pem");
    }

    @Test
    void a_log_that_quotes_a_certificate_is_none() throws IOException {
        make(Instant.now());
        Files.writeString(peer().log(), "began\n-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n");
        assertThat(status(doctor(), "expiry")).isEqualTo("ok");
    }

    @Test
    void what_a_node_stores_of_the_ledger_is_not_searched() throws IOException {
        make(Instant.now());
        Path stored = Files.createDirectories(peer().data());
        Files.writeString(stored.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\n");
        assertThat(status(doctor(), "expiry")).isEqualTo("ok");
    }

    @Test
    void a_members_file_that_is_not_there_is_told() throws IOException {
        Files.delete(members);
        JsonNode report = doctor();
        assertThat(status(report, "members")).isEqualTo("fail");
        assertThat(found(report, "members")).contains("members.yaml");
    }

    @Test
    void expired_certificates_fail() {
        make(Instant.now().minus(Duration.ofDays(826)));
        JsonNode report = doctor();
        assertThat(status(report, "expiry")).isEqualTo("fail");
        assertThat(found(report, "expiry")).startsWith("expired: AU/");
    }

    @Test
    void a_key_that_others_can_read_fails() throws IOException {
        make(Instant.now());
        Path key = peer().tlsKey();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        JsonNode report = doctor();

        assertThat(status(report, "secrets")).isEqualTo("fail");
        assertThat(found(report, "secrets")).isEqualTo("others on this machine can read AU/peer/tls/key.pem");
    }

    @Test
    void a_folder_without_the_network_is_wrong_usage() {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new DoctorCommand(List.of())).setErr(new PrintWriter(err, true));
        assertThat(line.execute("--data", data.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--data and --members go with --network fabric");
        assertThat(line.execute("--network", "embedded")).isEqualTo(2);
    }

    private NodeLayout peer() {
        return new NetworkLayout(data).member(plan().members().getFirst().id()).node("peer");
    }

    /** What {@code network up} leaves in the folder before it starts anything. */
    private void make(Instant now) {
        NetworkFiles.write(plan(), new NetworkLayout(data), now);
        try {
            Files.copy(members, data.resolve("members.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NetworkPlan plan() {
        try {
            return ((Checked.Accepted<NetworkPlan>) PlanFile.read(Files.readAllBytes(members))).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode doctor() {
        StringWriter out = new StringWriter();
        new CommandLine(new DoctorCommand(List.of()))
                .setOut(new PrintWriter(out, true))
                .execute("--network", "fabric", "--json", "--data", data.toString(), "--members", members.toString());
        return JsonMapper.shared().readTree(out.toString());
    }

    private static List<String> names(JsonNode report) {
        return StreamSupport.stream(report.at("/checks").spliterator(), false)
                .map(check -> check.at("/name").stringValue())
                .toList();
    }

    private static String found(JsonNode report, String name) {
        return text(report, name, "/found");
    }

    private static String status(JsonNode report, String name) {
        return text(report, name, "/status");
    }

    private static String text(JsonNode report, String name, String member) {
        return StreamSupport.stream(report.at("/checks").spliterator(), false)
                .filter(check -> check.at("/name").stringValue().equals(name))
                .map(check -> check.at(member).stringValue())
                .findFirst()
                .orElseThrow();
    }

    /** The first of a row of free ports below those that systems hand out by themselves. */
    private static int freeRow() {
        return IntStream.iterate(23_000, first -> first < 31_000, first -> first + PORTS)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(NetworkChecksTest::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
