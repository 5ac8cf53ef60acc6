package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.launcher.consortium.Phases;
import org.entente.launcher.service.Account.Role;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Australia issues, China and Singapore follow; then Australia is gone: its API is killed, its peer serves no more, and its
 * database is empty. Goods are at the border: China goes on by its own copy of what was said, Singapore by the lists that
 * it kept, as long as these say that they may be relied on. The others' peers and the ordering still run in the process in
 * which Australia's peer ran.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class IssuerGoneTest {
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");
    private static final MemberId SG = new MemberId("SG");
    private static final String CHECK = "/v1/verifications";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Administrations services;
    private SignedIn china;
    private SignedIn singapore;
    private String id;
    private JsonNode certificate;
    private String credential;
    private JsonNode codes;
    private byte[] paper;

    @BeforeAll
    void australia_issues_and_dies(@TempDir Path folder) throws IOException, SQLException {
        services = Administrations.start(
                new DemoPlan(folder.resolve("data"), false, OptionalInt.of(0), false, List.of("-Xmx384m")),
                new Silent(),
                new Phases());
        china = signIn(CN, Role.VERIFYING_OFFICER);
        singapore = signIn(SG, Role.VERIFYING_OFFICER);
        certificate = SampleCertificate.of(
                AU, "GONE-AU-1", LocalDate.now(ZoneOffset.UTC).minusDays(10));
        try (SignedIn exporter = signIn(AU, Role.EXPORTER);
                SignedIn officer = signIn(AU, Role.ISSUING_OFFICER)) {
            Answer applied = exporter.post("/v1/applications", "apply", certificate.toString(), "")
                    .good();
            officer.post(applied.location() + "/approval", "approve", "", applied.etag())
                    .good();
            DemoProcess.await(
                    "it arrives in China", () -> china.get("/v1/inbox").text().contains("GONE-AU-1"));
            id = china.get("/v1/inbox").list("/items").getFirst().path("id").asString();
            String held = "/v1/certificates/" + id;
            DemoProcess.await("it is final", () -> exporter.get(held + "/seal").isGood());
            credential =
                    new String(exporter.file(held + "/credential", "application/vc+jwt"), StandardCharsets.US_ASCII);
            codes = exporter.get(held + "/seal").good().json();
            paper = exporter.file(held + "/paper", "application/pdf");
        }
        DemoProcess.await(
                "Singapore has the lists",
                () -> outcome(checked(singapore, "credential", credential)).equals("VALID"));
        assertThat(outcome(checked(china, "text", codes.at("/link").asString())))
                .isEqualTo("VALID");
        ProcessHandle process = ProcessHandle.of(services.pid(AU)).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        Path away = Files.createDirectories(services.folder().resolve("network").resolve("away"));
        Files.createFile(away.resolve(AU.value()));
        DemoProcess.await(
                "Australia is dead",
                () -> !process.isAlive()
                        && !services.isServing(AU)
                        && !isServing(services.settings(AU).port()));
        try (Connection connection = services.settings(AU).database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop owned by current_user cascade");
        }
    }

    private static boolean isServing(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    void end() {
        china.close();
        singapore.close();
        services.close();
    }

    private SignedIn signIn(MemberId member, Role role) {
        return SignedIn.at(services.ports().address(member), services.accounts().of(member, role));
    }

    private static Answer checked(SignedIn officer, String how, String what) {
        return officer.post(CHECK, "", JSON.createObjectNode().put(how, what).toString(), "")
                .good();
    }

    private static String outcome(Answer answer) {
        return answer.at("/outcome");
    }

    private static List<String> reasons(Answer answer) {
        return answer.list("/reasons").stream()
                .map(each -> each.path("code").asString())
                .toList();
    }

    private static void validOfKnownAge(Answer answer) {
        assertThat(outcome(answer)).as(answer.text()).isEqualTo("VALID");
        assertThat(answer.list("/reasons")).isEmpty();
        assertThat(Instant.parse(answer.at("/newestInformation")))
                .isBetween(Instant.now().minus(Duration.ofMinutes(30)), Instant.now());
        assertThat(answer.json().at("/evidence/ledger/nextBlock").asLong()).isPositive();
    }

    @Test
    @Order(0)
    void nothing_of_australia_answers() throws SQLException {
        assertThat(services.isServing(AU)).isFalse();
        assertThat(isServing(services.settings(AU).port())).isFalse();
        assertThat(isServing(services.settings(CN).port())).isTrue();
        try (Connection connection = services.settings(AU).database().connect();
                Statement statement = connection.createStatement();
                ResultSet left =
                        statement.executeQuery("select count(*) from pg_tables where tableowner = current_user")) {
            assertThat(left.next()).isTrue();
            assertThat(left.getInt(1)).isZero();
        }
    }

    @Test
    @Order(1)
    void china_finds_it_valid_by_credential_paper_code_and_number_with_the_age_of_what_that_rests_on() {
        Answer document = checked(china, "credential", credential);
        validOfKnownAge(document);
        assertThat(document.json().at("/equalsCopy").asBoolean()).isTrue();
        assertThat(document.json().at("/evidence/statedAt/block").asLong()).isPositive();
        validOfKnownAge(china.upload(CHECK + "/file", paper).good());
        validOfKnownAge(checked(china, "text", codes.at("/seal").asString()));
        ObjectNode body = JSON.createObjectNode();
        body.putObject("number")
                .put("issuer", "AU")
                .put("agreement", certificate.path("agreement").asString())
                .put("referenceNo", "GONE-AU-1");
        validOfKnownAge(china.post(CHECK, "", body.toString(), "").good());
    }

    @Test
    @Order(2)
    void china_goes_on_using_it() {
        String path = "/v1/inbox/" + id;
        Answer said = china.post(path + "/acknowledgement", "ack", "{\"outcome\":\"accepted\"}", "")
                .good();
        assertThat(china.get("/v1/statements/" + said.at("/statement") + "?waitSeconds=60")
                        .at("/stage"))
                .isEqualTo("FINAL");
    }

    @Test
    @Order(3)
    void what_only_australia_has_could_not_be_checked() {
        Answer link = checked(china, "text", codes.at("/link").asString());
        assertThat(outcome(link)).isEqualTo("COULD_NOT_CHECK");
        assertThat(reasons(link)).containsExactly("VERIFICATION_LINK_UNREACHABLE");
    }

    @Test
    @Order(4)
    void singapore_goes_by_the_lists_that_it_kept_until_they_are_too_old() throws SQLException {
        Answer kept = checked(singapore, "credential", credential);
        validOfKnownAge(kept);
        assertThat(kept.list("/evidence/lists"))
                .hasSize(2)
                .allSatisfy(list ->
                        assertThat(Instant.parse(list.path("asOf").asString())).isBefore(Instant.now()));
        for (StatusPurpose purpose : StatusPurpose.values()) {
            put(purpose, Instant.now().minus(Duration.ofHours(25)).truncatedTo(ChronoUnit.SECONDS));
        }
        Answer old = checked(singapore, "credential", credential);
        assertThat(outcome(old)).as(old.text()).isEqualTo("COULD_NOT_CHECK");
        assertThat(reasons(old)).containsExactly("STATUS_LIST_STALE", "STATUS_LIST_STALE");
        assertThat(old.at("/newestInformation")).isNotEmpty();
    }

    /** What Singapore would have kept, had Australia died a day before. */
    private void put(StatusPurpose purpose, Instant made) throws SQLException {
        NodeSettings issuer = services.settings(AU);
        String did = services.ports().did(AU);
        String address = StatusAddress.of(did, StatusAddress.ORIGIN, purpose, 0);
        StatusList list = StatusList.of(
                address,
                did,
                purpose,
                StatusBits.of(StatusBits.MIN_ENTRIES, List.of()),
                made,
                Duration.ofDays(1),
                Duration.ofMinutes(5));
        byte[] secured = new CredentialSigner(
                        did,
                        Pkcs12KeyStore.open(
                                        issuer.credentialKeyStore(),
                                        issuer.keyPassword().toCharArray())
                                .key(),
                        Optional.empty())
                .secure(list.document(), Securing.VC_JWT, Instant.now());
        MemberDatabase database = services.settings(SG).database();
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("update api.partner_list set secured = ? where address = ?")) {
            update.setBytes(1, secured);
            update.setString(2, address);
            assertThat(update.executeUpdate())
                    .as(new String(secured, StandardCharsets.US_ASCII))
                    .isEqualTo(1);
        }
    }

    /** Nobody listens. */
    private static final class Silent implements Watcher {
        @Override
        public void progress(String words) {}

        @Override
        public void alarm(String words) {}

        @Override
        public void broken(String words) {}
    }
}
