package org.entente.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.api.page.CertificatePagesTest.page;
import static org.entente.api.page.CertificatePagesTest.sent;

import java.util.Map;
import java.util.UUID;
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

/** What an administrator sees of webhooks and does with them. */
class WebhookPagesTest {
    private static final Api AU = Stage.shared().au();
    private static final String ADMIN = "wp-admin";
    private static final LocalServer RECEIVER =
            LocalServer.plain(exchange -> LocalServer.answer(exchange, 202, "text/plain", new byte[0]));
    private static Organisation exporter;

    @BeforeAll
    static void accounts() {
        exporter = AU.organisation("Told exporter");
        AU.account(ADMIN, AU.organisation("Administration"), Role.ADMINISTRATOR);
        AU.account("wp-exporter", exporter, Role.EXPORTER);
        AU.account("wp-officer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    @AfterAll
    static void end() {
        RECEIVER.close();
    }

    private static String address(String path) {
        return "http://localhost:" + RECEIVER.port() + path;
    }

    /** The path of the page of a new endpoint. */
    private static String added(String path) {
        sent(
                        AU,
                        ADMIN,
                        "/webhooks/new",
                        Map.of(
                                "url",
                                address(path),
                                "organisation",
                                exporter.id().toString()))
                .expect(302);
        return page(AU, ADMIN, "/webhooks")
                .expect(200)
                .text()
                .replaceAll("(?s).*?href=\"(/webhooks/[0-9a-f-]{36})\".*", "$1");
    }

    private static Answer done(String path, String action, Map<String, String> more) {
        Map<String, String> fields = new java.util.HashMap<>(more);
        fields.put("do", action);
        fields.put("key", UUID.randomUUID().toString());
        return sent(AU, ADMIN, path, fields);
    }

    private static String version(String path) {
        return page(AU, ADMIN, path).text().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private static String shows(String path, String words) {
        return Until.holds(() -> page(AU, ADMIN, path).expect(200).text(), text -> text.contains(words));
    }

    @Test
    void nobody_but_an_administrator_sees_them() {
        for (String path : new String[] {"/webhooks", "/webhooks/new", "/webhooks/keys", added("/seen")}) {
            page(AU, ADMIN, path).expect(200);
            assertThat(page(AU, "wp-officer", path).status()).isEqualTo(403);
        }
    }

    @Test
    void what_is_wrong_with_an_endpoint_stands_beside_its_field() {
        assertThat(sent(AU, ADMIN, "/webhooks/new", Map.of("url", "ftp://partner.example/", "types", "no.such"))
                        .expect(422)
                        .text())
                .contains("id=\"f-url-found\"", "id=\"f-officers-found\"", "id=\"f-types-found\"", "href=\"#f-types\"")
                .contains("value=\"ftp://partner.example/\"");
        sent(
                        AU,
                        ADMIN,
                        "/webhooks/new",
                        Map.of(
                                "url",
                                address("/officers?token=of-it"),
                                "officers",
                                "ISSUING",
                                "types",
                                "application.applied"))
                .expect(302);
        assertThat(page(AU, ADMIN, "/webhooks").text())
                .contains(address("/officers"), "The administration")
                .doesNotContain("of-it");
    }

    @Test
    void an_endpoint_is_tried_rests_is_told_again_and_gets_again_what_it_was_sent() {
        String path = added("/told");
        assertThat(page(AU, ADMIN, path).text()).contains("Told exporter", "Is told", "Nothing was sent", "whpk_");
        done(path, "ping", Map.of()).expect(302);
        String tried = shows(path, "Delivered");
        assertThat(tried).contains("webhook.ping", ">202<").doesNotContain("value=\"again\"");

        done(path, "pause", Map.of("version", version(path))).expect(302);
        assertThat(page(AU, ADMIN, path).text()).contains("Rests");
        assertThat(done(path, "resume", Map.of("version", "1")).status()).isEqualTo(412);
        done(path, "resume", Map.of("version", version(path))).expect(302);

        AU.send(AU.post("wp-exporter", "/v1/applications", Samples.certificate()))
                .expect(201);
        String told = shows(path, "value=\"again\"");
        String event = told.replaceAll("(?s).*name=\"event\" value=\"([0-9a-f-]{36})\".*", "$1");
        done(path, "again", Map.of("event", event)).expect(302);
        done(path, "replay", Map.of("from", "2026-01-01T00:00")).expect(302);
        assertThat(done(path, "replay", Map.of("from", "")).expect(422).text()).contains("id=\"f-from-found\"");
        assertThat(AU.get(ADMIN, "/v1/audit?account=" + ADMIN + "&action=webhook.replayed")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);

        done(path, "remove", Map.of("version", version(path))).expect(302);
        assertThat(page(AU, ADMIN, path).status()).isEqualTo(404);
    }

    @Test
    void a_new_key_is_made_and_the_one_before_is_ended() {
        String path = "/webhooks/keys";
        // Whatever others left behind.
        for (int earlier = 1; earlier < newest(); earlier++) {
            done(path, "retire", Map.of("generation", String.valueOf(earlier))).expect(302);
        }
        int before = newest();
        done(path, "rotate", Map.of("hours", "24")).expect(302);
        assertThat(newest()).isEqualTo(before + 1);
        String both = page(AU, ADMIN, path).expect(200).text();
        assertThat(both).contains("Key " + before, "Key " + (before + 1), "End this key now");
        assertThat(done(path, "rotate", Map.of("hours", "24")).expect(422).text())
                .contains("WEBHOOK_KEYS_OVERLAP");
        assertThat(done(path, "retire", Map.of("generation", String.valueOf(before + 1)))
                        .expect(422)
                        .text())
                .contains("WEBHOOK_KEY_NEWEST");
        done(path, "retire", Map.of("generation", String.valueOf(before))).expect(302);
        assertThat(page(AU, ADMIN, path).text()).contains("Signs no more").doesNotContain("End this key now");
    }

    private static int newest() {
        return AU.get(ADMIN, "/v1/webhook-keys")
                .json()
                .at("/items/0/generation")
                .asInt();
    }

    @Test
    void the_pages_speak_spanish_too() {
        assertThat(AU.send(AU.as(ADMIN, "/webhooks/keys")
                                .header("Accept", "text/html")
                                .header("Accept-Language", "es"))
                        .expect(200)
                        .text())
                .contains("Claves de los webhooks", "Crear la clave nueva");
    }
}
