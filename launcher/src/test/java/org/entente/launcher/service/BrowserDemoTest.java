package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.launcher.service.Account.Role;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A newcomer's afternoon with the demo, from the first start to processes that are killed. */
final class BrowserDemoTest {
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");
    private static final MemberId SG = new MemberId("SG");

    @TempDir
    private Path folder;

    @Test
    void people_sign_in_and_play_the_story_a_killed_service_comes_back_and_nothing_outlives_the_demo()
            throws Exception {
        Path data = folder.resolve("data");
        String number;
        try (DemoProcess demo = new DemoProcess(data, folder.resolve("first.txt"))) {
            assertThat(demo.said()).contains("embedded, one machine, demonstration keys");
            guide(demo);
            samples(demo);
            presentations(demo);
            number = story(demo);
            killed(demo);
            demo.end();
            demo.awaitNobodyLeft();
        }
        try (DemoProcess again = new DemoProcess(data, folder.resolve("second.txt"))) {
            try (SignedIn exporter = again.signIn(AU, Role.EXPORTER)) {
                assertThat(exporter.get("/v1/certificates").good().text()).contains(number);
            }
            again.kill();
            again.awaitNobodyLeft();
        }
    }

    /** Every file of the sheet is brought before an officer abroad, as a picture of its QR code too. */
    private static void presentations(DemoProcess demo) throws Exception {
        assertThat(look(demo.guide().resolve("/samples")).body()).contains("Issued by Australia, presented in China");
        try (SignedIn officer = demo.signIn(CN, Role.VERIFYING_OFFICER)) {
            assertThat(heard(demo, officer, "valid.pdf")).isEqualTo("VALID []");
            assertThat(heard(demo, officer, "valid.png")).isEqualTo("VALID []");
            assertThat(heard(demo, officer, "partly-used.jwt")).isEqualTo("VALID []");
            for (String form : List.of(".png", ".jwt")) {
                assertThat(heard(demo, officer, "cancelled" + form)).startsWith("INVALID [STATUS_REVOKED");
                assertThat(heard(demo, officer, "expired" + form)).startsWith("INVALID [CREDENTIAL_EXPIRED");
            }
            assertThat(heard(demo, officer, "tampered.png")).isEqualTo("INVALID [SEAL_SIGNATURE_INVALID]");
            assertThat(heard(demo, officer, "tampered.jwt")).isEqualTo("INVALID [CREDENTIAL_SIGNATURE_INVALID]");
            assertThat(heard(demo, officer, "issuer-unknown.png")).isEqualTo("INVALID [CREDENTIAL_KEY_UNKNOWN]");
            assertThat(heard(demo, officer, "issuer-unknown.jwt")).isEqualTo("INVALID [CREDENTIAL_ISSUER_UNKNOWN]");
        }
    }

    private static String heard(DemoProcess demo, SignedIn officer, String file) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            byte[] bytes = client.send(
                            HttpRequest.newBuilder(demo.guide().resolve("/samples/AU/" + file))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            Answer answer = officer.upload("/v1/verifications/file", bytes).good();
            return answer.at("/outcome")
                    + answer.list("/reasons").stream()
                            .map(each -> each.path("code").asString())
                            .collect(Collectors.joining(", ", " [", "]"));
        }
    }

    private static HttpResponse<String> look(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void guide(DemoProcess demo) throws Exception {
        HttpResponse<String> page = look(demo.guide());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("embedded, one machine, demonstration keys")
                .contains(demo.address(AU).toString(), demo.address(CN).toString())
                .contains("issuing-officer", "DEMO-AU-0001", "Five steps");
        // By an address that some other name was made to lead to.
        assertThat(look(URI.create(demo.guide().toString().replace("localhost", "[::ffff:127.0.0.1]")))
                        .statusCode())
                .isEqualTo(421);
    }

    private static void samples(DemoProcess demo) {
        try (SignedIn exporter = demo.signIn(AU, Role.EXPORTER);
                SignedIn other = demo.signIn(AU, Role.SECOND_EXPORTER);
                SignedIn outsider = demo.signIn(SG, Role.VERIFYING_OFFICER)) {
            JsonNode issued = exporter.get("/v1/certificates").good().json().path("items");
            assertThat(issued.valueStream().map(each -> each.path("status").asString("")))
                    .contains("CANCELLED", "ACCEPTED");
            assertThat(exporter.get("/v1/applications").good().text()).contains("DEMO-AU-0004");
            assertThat(other.get("/v1/certificates").good().text()).doesNotContain("DEMO-AU");
            assertThat(outsider.get("/v1/inbox").good().text()).doesNotContain("DEMO-AU");
        }
    }

    /** Applied for, approved, used abroad, seen at home; gives the certificate's number. */
    private static String story(DemoProcess demo) {
        String number = "STORY-AU-1";
        try (SignedIn exporter = demo.signIn(AU, Role.EXPORTER);
                SignedIn officer = demo.signIn(AU, Role.ISSUING_OFFICER);
                SignedIn abroad = demo.signIn(CN, Role.VERIFYING_OFFICER)) {
            JsonNode certificate = SampleCertificate.of(
                    AU, number, LocalDate.now(ZoneOffset.UTC).minusDays(10));
            Answer applied = exporter.post("/v1/applications", "apply", certificate.toString(), "")
                    .good();
            officer.post(applied.location() + "/approval", "approve", "", applied.etag())
                    .good();
            DemoProcess.await(
                    "it arrives abroad", () -> abroad.get("/v1/inbox").text().contains(number));
            String id = abroad.get("/v1/inbox").list("/items").stream()
                    .filter(each -> each.path("referenceNo").asString("").equals(number))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asString();
            String path = "/v1/inbox/" + id;
            Answer said = abroad.post(path + "/acknowledgement", "ack", "{\"outcome\":\"accepted\"}", "")
                    .good();
            assertThat(abroad.get("/v1/statements/" + said.at("/statement") + "?waitSeconds=60")
                            .at("/stage"))
                    .isEqualTo("FINAL");
            String today = LocalDate.now(ZoneOffset.UTC).toString();
            assertThat(abroad.post(path + "/uses", "use", use(1, today), "").status())
                    .isEqualTo(202);
            DemoProcess.await(
                    "the use is seen at home",
                    () -> exporter.get("/v1/certificates/" + id)
                            .at("/balances/0/left")
                            .equals("40"));
            assertThat(abroad.post(path + "/uses", "more", use(2, today), "").status())
                    .isEqualTo(422);
        }
        return number;
    }

    private static String use(int line, String day) {
        return "{\"item\":1,\"declaration\":\"D-1\",\"declarationItem\":" + line
                + ",\"quantity\":\"60\",\"unit\":\"TNE\",\"presentedOn\":\"" + day + "\"}";
    }

    /** The page itself says what to kill. */
    private static ProcessHandle named(DemoProcess demo) throws Exception {
        var command =
                Pattern.compile("kill -9 (\\d+)").matcher(look(demo.guide()).body());
        assertThat(command.find()).isTrue();
        return ProcessHandle.of(Long.parseLong(command.group(1))).orElseThrow();
    }

    private static void killed(DemoProcess demo) throws Exception {
        try (SignedIn abroad = demo.signIn(CN, Role.VERIFYING_OFFICER)) {
            assertThat(named(demo).destroyForcibly()).isTrue();
            DemoProcess.await("it is told", () -> demo.said().contains("The API of AU has ended (killed by signal 9)"));
            assertThat(abroad.get("/v1/inbox").good().text()).contains("DEMO-AU-0001");
            DemoProcess.await("it is back", () -> demo.said().contains("The API of AU answers again"));
            try (SignedIn exporter = demo.signIn(AU, Role.EXPORTER)) {
                assertThat(exporter.get("/v1/certificates").good().text()).contains("DEMO-AU-0002");
            }
        }
    }

    @Test
    void an_account_that_is_not_there_cannot_sign_in() throws Exception {
        assertThatThrownBy(() -> SignedIn.at(
                        URI.create("http://localhost:1/"), new Account(AU, Role.EXPORTER, "Sample Exports One", "no")))
                .hasMessageContaining("no answer from");
    }
}
