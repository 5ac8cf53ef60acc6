package org.entente.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.outbound.LocalServer;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Systems are told of events, each message signed, under one id however often it is sent. */
class WebhooksTest {
    private static final Api AU = Stage.shared().au();
    private static final Api SECOND = Stage.shared().start("AU");
    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
    private static final Map<String, Integer> STATUS = new ConcurrentHashMap<>();
    private static final LocalServer RECEIVER = LocalServer.plain(WebhooksTest::receive);
    private static Organisation exporter;

    private record Received(String path, String id, String timestamp, String signature, String body) {}

    @BeforeAll
    static void accounts() {
        exporter = AU.organisation("Exporter");
        AU.account("hooks-exporter", exporter, Role.EXPORTER);
        AU.account("hooks-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        AU.account("hooks-admin", AU.organisation("Administration"), Role.ADMINISTRATOR);
    }

    @AfterAll
    static void end() {
        RECEIVER.close();
        SECOND.close();
    }

    private static void receive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        RECEIVED.add(new Received(
                path,
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        LocalServer.answer(exchange, STATUS.getOrDefault(path, 204), "text/plain", new byte[0]);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** The endpoint of the exporter under a path of its own. */
    private static Answer endpoint(String path, String more) {
        return AU.send(AU.post(
                        "hooks-admin",
                        "/v1/webhooks",
                        "{\"url\":\"http://localhost:" + RECEIVER.port() + path + "\",\"organisation\":\""
                                + exporter.id() + "\"" + more + "}"))
                .expect(201);
    }

    private static String applied() {
        return AU.send(AU.post("hooks-exporter", "/v1/applications", Samples.certificate()))
                .expect(201)
                .text("/id");
    }

    /** Refused by an officer. */
    private static void decided(String application) {
        String path = "/v1/applications/" + application;
        AU.send(AU.post("hooks-issuer", path + "/refusal", "{\"reason\":\"choose another number\"}")
                        .header("If-Match", AU.get("hooks-issuer", path).header("ETag")))
                .expect(200);
    }

    private static List<String> types(Answer endpoint) {
        return log(endpoint)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/type").asString())
                .toList();
    }

    private static Stream<Received> received(String path, String content) {
        return RECEIVED.stream()
                .filter(each -> each.path().equals(path) && each.body().contains(content));
    }

    private static List<Received> await(String path, String content, int count) {
        return Until.holds(() -> received(path, content).toList(), found -> found.size() >= count);
    }

    private static Answer log(Answer endpoint) {
        return AU.get("hooks-admin", endpoint.header("Location") + "/deliveries")
                .expect(200);
    }

    private static void change(Answer endpoint, String state) {
        AU.send(AU.post("hooks-admin", endpoint.header("Location") + "/state", "{\"state\":\"" + state + "\"}")
                        .header("If-Match", "*"))
                .expect(200);
    }

    private static void verify(String publicKey, Received message) {
        assertThat(SignedMessage.verifies(
                        publicKey, message.id(), message.timestamp(), message.signature(), message.body()))
                .isTrue();
    }

    @Test
    void an_exporters_system_is_told_once_of_its_own_events_with_a_signature_that_anybody_verifies() {
        Answer all = endpoint("/all", "");
        Answer some = endpoint("/decided", ",\"types\":[\"application.decided\"]");
        AU.account("hooks-other", AU.organisation("Other"), Role.EXPORTER);
        AU.send(AU.post("hooks-other", "/v1/applications", Samples.certificate()))
                .expect(201);
        String first = applied();
        String second = applied();
        verify(all.text("/publicKey"), await("/all", first, 1).getFirst());
        await("/all", second, 1);
        decided(first);
        await("/all", "application.decided", 1);
        verify(some.text("/publicKey"), await("/decided", first, 1).getFirst());
        // The logs say for certain what was not decided to be sent.
        assertThat(types(all)).containsExactly("application.decided", "application.applied", "application.applied");
        assertThat(types(some)).containsExactly("application.decided");
        assertThat(received("/all", "").map(Received::id))
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(received("/all", ""))
                .allMatch(each -> each.body().contains(first) || each.body().contains(second));
        assertThat(replay(some, "{\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2099-01-01T00:00:00Z\"}")
                        .expect(202)
                        .json()
                        .at("/messages")
                        .asInt())
                .isEqualTo(1);
        await("/decided", first, 2);
        assertThat(received("/all", "barley")).isEmpty();
        assertThat(AU.get("hooks-exporter", "/v1/events?limit=200").text())
                .contains(await("/all", first, 1).getFirst().id());
    }

    @Test
    void what_an_endpoint_refused_is_sent_again_under_the_same_id() {
        STATUS.put("/again", 503);
        Answer endpoint = endpoint("/again", "");
        String application = applied();
        Received first = await("/again", application, 1).getFirst();
        Answer failed = Until.holds(
                () -> log(endpoint),
                answer -> answer.text("/items/0/lastStatus").equals("503"));
        assertThat(failed.text("/items/0/state")).isEqualTo("WAITING");
        assertThat(failed.text("/items/0/id")).isEqualTo(first.id());
        assertThat(AU.get("hooks-admin", endpoint.header("Location")).text("/failingSince"))
                .isNotEmpty();
        STATUS.remove("/again");
        database("update api.webhook_delivery set next_try_at = now() where state = 'WAITING'");
        Until.holds(() -> log(endpoint), answer -> answer.text("/items/0/state").equals("DELIVERED"));
        assertThat(received("/again", application).map(Received::id).distinct()).containsExactly(first.id());
        assertThat(AU.get("hooks-admin", endpoint.header("Location")).json().has("failingSince"))
                .isFalse();
    }

    private static void database(String sql) {
        AU.part(JdbcClient.class).sql(sql).update();
    }

    @Test
    void a_resting_endpoint_is_told_later_and_one_event_or_a_time_is_sent_again_when_asked_for() {
        Answer endpoint = endpoint("/rest", "");
        change(endpoint, "PAUSED");
        String application = applied();
        Until.holds(() -> AU.get("hooks-exporter", "/v1/events?limit=200").text(), text -> text.contains(application));
        assertThat(received("/rest", "")).isEmpty();
        change(endpoint, "ACTIVE");
        Received told = await("/rest", application, 1).getFirst();
        replay(endpoint, "{\"event\":\"" + told.id() + "\"}").expect(202);
        await("/rest", application, 2);
        assertThat(replay(endpoint, "{\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2099-01-01T00:00:00Z\"}")
                        .expect(202)
                        .json()
                        .at("/messages")
                        .asInt())
                .isPositive();
        assertThat(await("/rest", application, 3)).allMatch(each -> each.id().equals(told.id()));
        replay(endpoint, "{\"event\":\"00000000-0000-0000-0000-000000000000\"}").problem(404, "REQUEST_TARGET_UNKNOWN");
        replay(endpoint, "{}").problem(400, "REQUEST_BODY_INVALID");
    }

    private static Answer replay(Answer endpoint, String body) {
        return AU.send(AU.post("hooks-admin", endpoint.header("Location") + "/replays", body));
    }

    @Test
    void a_ping_arrives_and_an_endpoint_that_is_gone_or_silent_for_days_is_disabled_with_a_notice() {
        Answer endpoint = endpoint("/ping", "");
        String path = endpoint.header("Location");
        AU.send(AU.post("hooks-admin", path + "/ping", "")).expect(202);
        await("/ping", "webhook.ping", 1);
        STATUS.put("/ping", 410);
        AU.send(AU.post("hooks-admin", path + "/ping", "")).expect(202);
        Answer gone = Until.holds(
                () -> AU.get("hooks-admin", path),
                answer -> answer.text("/state").equals("DISABLED"));
        assertThat(gone.text("/notice")).contains("410");
        STATUS.put("/ping", 500);
        change(endpoint, "ACTIVE");
        database(
                "update api.webhook_endpoint set failing_since = now() - interval '6 days' where address like '%/ping'");
        database("update api.webhook_delivery set next_try_at = now() where state = 'WAITING'");
        Until.holds(
                () -> AU.get("hooks-admin", path),
                answer -> answer.text("/notice").startsWith("nothing has reached it"));
    }

    @Test
    void an_endpoint_is_forgotten_with_its_log() {
        Answer endpoint = endpoint("/gone", "");
        AU.send(AU.as("hooks-admin", endpoint.header("Location"))
                        .header("Idempotency-Key", "remove")
                        .header("If-Match", "*")
                        .DELETE())
                .expect(200);
        AU.get("hooks-admin", endpoint.header("Location")).problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("hooks-admin", endpoint.header("Location") + "/deliveries").problem(404, "REQUEST_TARGET_UNKNOWN");
    }

    @Test
    void other_addresses_bodies_and_callers_are_refused() {
        for (String url :
                List.of("http://partner.example/", "ftp://partner.example/", "https://a@partner.example/", "")) {
            Answer refused = AU.send(
                    AU.post("hooks-admin", "/v1/webhooks", "{\"url\":\"" + url + "\",\"officers\":[\"ISSUING\"]}"));
            refused.problem(400, "REQUEST_BODY_INVALID");
        }
        for (String body : List.of(
                "{\"url\":\"https://partner.example/\"}",
                "{\"url\":\"https://partner.example/\",\"officers\":[\"ISSUING\"],\"organisation\":\"" + exporter.id()
                        + "\"}",
                "{\"url\":\"https://partner.example/\",\"officers\":[\"ISSUING\"],\"types\":[\"no.such\"]}")) {
            AU.send(AU.post("hooks-admin", "/v1/webhooks", body)).problem(400, "REQUEST_BODY_INVALID");
        }
        AU.send(
                        AU.post(
                                "hooks-admin",
                                "/v1/webhooks",
                                "{\"url\":\"https://partner.example/\",\"organisation\":\"00000000-0000-0000-0000-000000000000\"}"))
                .problem(422, "REQUEST_REFUSED");
        AU.get("hooks-exporter", "/v1/webhooks").problem(403, "REQUEST_FORBIDDEN");
    }
}
