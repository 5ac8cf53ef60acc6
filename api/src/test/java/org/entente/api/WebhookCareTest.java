package org.entente.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.entente.api.account.Role;
import org.entente.api.outbound.LocalServer;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators do with keys and endpoints, and what is noted of it. */
class WebhookCareTest {
    private static final String KEYS = "/v1/webhook-keys";
    private static final Api AU = Stage.shared().au();
    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
    private static final LocalServer RECEIVER = LocalServer.plain(WebhookCareTest::receive);

    private record Received(String path, String id, String timestamp, String signature, String body) {
        boolean verifies(String publicKey) {
            return SignedMessage.verifies(publicKey, id, timestamp, signature, body);
        }
    }

    @BeforeAll
    static void accounts() {
        AU.account("care-admin", AU.organisation("Administration"), Role.ADMINISTRATOR);
        AU.account("care-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    @AfterAll
    static void end() {
        RECEIVER.close();
    }

    private static void receive(HttpExchange exchange) throws IOException {
        List<String> headers = new ArrayList<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            headers.add(String.valueOf(exchange.getRequestHeaders().getFirst(name)));
        }
        RECEIVED.add(new Received(
                exchange.getRequestURI().getPath(),
                headers.get(0),
                headers.get(1),
                headers.get(2),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        LocalServer.answer(exchange, 204, "text/plain", new byte[0]);
    }

    private static Answer endpoint(String path) {
        return AU.send(AU.post(
                        "care-admin",
                        "/v1/webhooks",
                        "{\"url\":\"http://localhost:" + RECEIVER.port() + path + "\",\"officers\":[\"ISSUING\"],"
                                + "\"types\":[\"application.withdrawn\"]}"))
                .expect(201);
    }

    private static Received pinged(Answer endpoint, String path) {
        long before = received(path).size();
        AU.send(AU.post("care-admin", endpoint.header("Location") + "/ping", ""))
                .expect(202);
        return Until.holds(() -> received(path), all -> all.size() > before).getLast();
    }

    private static List<Received> received(String path) {
        return RECEIVED.stream().filter(each -> each.path().equals(path)).toList();
    }

    private static Answer keys() {
        return AU.get("care-admin", KEYS).expect(200);
    }

    private static Answer retire(int generation) {
        return AU.send(AU.post("care-admin", KEYS + "/" + generation + "/retirement", ""));
    }

    private static Answer rotate(String body) {
        return AU.send(AU.post("care-admin", KEYS, body));
    }

    /** As nobody else left it: one key signs. */
    private static int newest() {
        int newest = keys().json().at("/items/0/generation").asInt();
        for (int earlier = 1; earlier < newest; earlier++) {
            retire(earlier).expect(200);
        }
        return newest;
    }

    @Test
    void a_new_key_signs_beside_the_one_before_until_that_one_ends() {
        int first = newest();
        String old = keys().text("/items/0/publicKey");
        Answer endpoint = endpoint("/keys");
        assertThat(endpoint.text("/publicKey")).isEqualTo(old);
        Received before = pinged(endpoint, "/keys");
        assertThat(before.verifies(old)).isTrue();
        assertThat(before.signature()).doesNotContain(" ");

        Answer made = rotate("{\"overlapHours\":1}").expect(201);
        String young = made.text("/publicKey");
        assertThat(young).isNotEqualTo(old);
        assertThat(made.json().at("/generation").asInt()).isEqualTo(first + 1);
        Received both = pinged(endpoint, "/keys");
        assertThat(both.signature().split(" ", -1)).hasSize(2);
        assertThat(both.verifies(old) && both.verifies(young)).isTrue();
        Answer seen = AU.get("care-admin", endpoint.header("Location"));
        assertThat(seen.text("/publicKey")).isEqualTo(young);
        assertThat(seen.json().at("/publicKeys").valueStream().map(key -> key.asString()))
                .containsExactly(young, old);
        assertThat(keys().json().at("/items/1/signsUntil").isMissingNode()).isFalse();

        assertThat(rotate("{}").problem(422, "REQUEST_REFUSED").codes()).containsExactly("WEBHOOK_KEYS_OVERLAP");
        assertThat(retire(first + 1).problem(422, "REQUEST_REFUSED").codes()).containsExactly("WEBHOOK_KEY_NEWEST");
        retire(first).expect(200);
        Received after = pinged(endpoint, "/keys");
        assertThat(after.verifies(young)).isTrue();
        assertThat(after.verifies(old)).isFalse();
        assertThat(keys().json().at("/items/1/signs").asBoolean()).isFalse();

        assertThat(AU.get("care-admin", "/v1/audit?account=care-admin&action=webhook-key.made")
                        .text("/items/0/subject"))
                .isEqualTo(String.valueOf(first + 1));
        assertThat(AU.get("care-admin", "/v1/audit?account=care-admin&action=webhook-key.retired")
                        .text("/items/0/subject"))
                .isEqualTo(String.valueOf(first));
    }

    @Test
    void without_an_overlap_the_old_key_ends_at_once_and_an_overlap_ends_by_itself() {
        newest();
        String old = keys().text("/items/0/publicKey");
        String young = rotate("{\"overlapHours\":0}").expect(201).text("/publicKey");
        Received message = pinged(endpoint("/at-once"), "/at-once");
        assertThat(message.verifies(young)).isTrue();
        assertThat(message.verifies(old)).isFalse();
        rotate("{\"overlapHours\":1}").expect(201);
        AU.part(JdbcClient.class)
                .sql("update api.webhook_key set signs_until = signs_until - interval '1 hour'")
                .update();
        assertThat(pinged(endpoint("/by-itself"), "/by-itself").signature()).doesNotContain(" ");
    }

    @Test
    void other_rotations_and_callers_are_refused() {
        for (String body : List.of(
                "{\"overlapHours\":-1}", "{\"overlapHours\":2161}", "{\"overlapHours\":\"1\"}", "{\"key\":\"\"}")) {
            rotate(body).problem(400, "REQUEST_BODY_INVALID");
        }
        retire(0).problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("care-issuer", KEYS).problem(403, "REQUEST_FORBIDDEN");
        AU.send(AU.post("care-issuer", KEYS, "{}")).problem(403, "REQUEST_FORBIDDEN");
    }

    @Test
    void what_stands_in_the_query_of_an_address_is_not_noted() {
        Answer endpoint = endpoint("/noted?token=of-the-receiver");
        assertThat(endpoint.text("/url")).endsWith("/noted?token=of-the-receiver");
        AU.send(AU.as("care-admin", endpoint.header("Location"))
                        .header("Idempotency-Key", "remove-noted")
                        .header("If-Match", "*")
                        .DELETE())
                .expect(200);
        Answer notes = AU.get("care-admin", "/v1/audit?subject=" + endpoint.text("/id"))
                .expect(200);
        assertThat(notes.json().at("/items").size()).isEqualTo(2);
        assertThat(notes.text()).contains("/noted\"").doesNotContain("of-the-receiver");
    }

    /** As an administrator who removes an endpoint at the very moment at which a message is answered. */
    @Test
    void whoever_removes_an_endpoint_and_whoever_notes_an_answer_do_not_wait_for_each_other() throws Exception {
        Answer endpoint = endpoint("/meanwhile");
        String id = endpoint.text("/id");
        try (Connection held = AU.part(DataSource.class).getConnection();
                Statement remove = held.createStatement()) {
            held.setAutoCommit(false);
            remove.execute("select 1 from api.webhook_endpoint where id = '" + id + "' for no key update");
            AU.part(JdbcClient.class)
                    .sql("insert into api.webhook_delivery (endpoint, message, type, body, state, made_at, next_try_at)"
                            + " values (?::uuid, ?, 'webhook.ping', '{}', 'WAITING', now(), now())")
                    .param(id)
                    .param(UUID.randomUUID())
                    .update();
            Until.holds(WebhookCareTest::waiting, waiting -> waiting > 0);
            remove.execute("delete from api.webhook_endpoint where id = '" + id + "'");
            held.commit();
        }
        AU.get("care-admin", endpoint.header("Location")).problem(404, "REQUEST_TARGET_UNKNOWN");
    }

    private static long waiting() {
        return AU.part(JdbcClient.class)
                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%webhook\\_endpoint%'")
                .query(Long.class)
                .single();
    }
}
