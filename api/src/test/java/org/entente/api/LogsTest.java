package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an instance writes to its log while private values pass through it, well formed and not, in the form for machines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A trader, its number, another trader, goods, an invoice, a container, a quantity, an account. */
    private static final List<String> MARKS = List.of(
            "Zyrquon Exports",
            "98761234509",
            "Vlixonbar Foods",
            "Qwexil barley",
            "INV-XQ77315",
            "XQZU1234565",
            "73519",
            "qorvex-account");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream before = System.out;
    private Api api;

    @BeforeAll
    void start() {
        Stage stage = Stage.shared();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        // An instance of this process that is not the first would keep the first one's form.
        LoggingSystem.get(LogsTest.class.getClassLoader()).cleanUp();
        api = stage.start("AU", "--logging.structured.format.console=ecs");
        Organisation trader = api.organisation("Zyrquon Exports");
        api.account("qorvex-account", trader, Role.EXPORTER);
        api.account("log-issuer", api.organisation("Sample administration"), Role.ISSUING_OFFICER);
    }

    @AfterAll
    void stop() {
        System.setOut(before);
        api.close();
    }

    private static String marked() {
        return Samples.certificate()
                .replace("Sample Grain Exports Pty Ltd", "Zyrquon Exports")
                .replace("Sample Foods (Shanghai) Co., Ltd", "Vlixonbar Foods")
                .replace("Malting barley in bulk, crop 2025", "Qwexil barley")
                .replace("SAMPLE-INV-1001", "INV-XQ77315")
                .replace("SAMU1234565", "XQZU1234565")
                .replace("\"quantity\": \"100\"", "\"quantity\": \"73519\"");
    }

    @Test
    void no_private_value_is_in_the_log_whatever_is_asked() throws Exception {
        Answer applied = send("/v1/applications", marked()).expect(201);
        String application = applied.header("Location");
        api.send(api.post("log-issuer", application + "/approval", "").header("If-Match", applied.header("ETag")))
                .expect(200);
        Until.holds(
                () -> api.get("qorvex-account", application),
                answer -> answer.text("/progress/stage").equals("FINAL"));
        // What is refused is the likelier thing to be quoted.
        String whole = marked();
        List<String> wrong = List.of(
                whole.substring(0, whole.length() / 2),
                whole.replace("\"73519\"", "\"73519 Qwexil barley\""),
                whole.replace("\"73519\"", "73519.5e99999"),
                whole.replace("CHAFTA", "Zyrquon Exports"),
                whole.replace("2026-03-05", "INV-XQ77315"),
                "\"Zyrquon Exports",
                "[\"98761234509\"]");
        for (String body : wrong) {
            assertThat(send("/v1/applications", body).status()).as(body).isBetween(400, 499);
        }
        assertThat(api.get("qorvex-account", "/v1/applications/Zyrquon%20Exports")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("qorvex-account", "/v1/Vlixonbar%20Foods?name=98761234509")
                        .status())
                .isBetween(400, 499);
        assertThat(api.get("Vlixonbar Foods", "/v1/applications").status()).isEqualTo(401);
        assertThat(api.send(HttpRequest.newBuilder(api.at("/v1/verifications"))
                                .timeout(Duration.ofSeconds(30))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"credential\":\"Zyrquon Exports\"}")))
                        .status())
                .isBetween(400, 499);
        org.slf4j.LoggerFactory.getLogger("org.entente.api.LogsTest").warn("the log is looked at");

        String log = written.toString(StandardCharsets.UTF_8);
        for (String mark : MARKS) {
            assertThat(log).doesNotContainIgnoringCase(mark);
        }
        JsonNode line = log.lines()
                .filter(each -> each.contains("the log is looked at"))
                .map(JSON::readTree)
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/log/logger").asString()).isEqualTo("org.entente.api.LogsTest");
        assertThat(line.at("/service/name").asString()).isEqualTo("entente-api");
        assertThat(line.path("@timestamp").asString()).isNotBlank();
        assertThat(log.lines().filter(each -> !each.startsWith("{"))).isEmpty();
    }

    private Answer send(String path, String body) {
        return api.send(api.post("qorvex-account", path, body));
    }
}
