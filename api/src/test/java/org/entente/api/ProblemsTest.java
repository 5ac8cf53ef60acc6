package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.api.account.Role;
import org.entente.api.body.JsonBodyResolver;
import org.entente.api.problem.ApiCode;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent, the answer is a problem document with a stable code. */
class ProblemsTest {
    private static final Api AU = Stage.shared().au();
    private static final String CHECK = "/v1/applications/check";

    @BeforeAll
    static void accounts() {
        AU.account("problem-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("problem-admin", AU.organisation("Administration"), Role.ADMINISTRATOR, Role.ISSUING_OFFICER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|JSON_MALFORMED|",
                "{|JSON_MALFORMED|",
                "{} {}|JSON_MALFORMED|",
                "nil|JSON_MALFORMED|",
                "{\"a\":1,\"a\":2}|JSON_DUPLICATE_NAME|/a",
                "{\"a\":1.5}|JSON_NUMBER_NOT_INTEGER|/a",
                "{\"a\":9007199254740993}|JSON_NUMBER_TOO_LARGE|/a",
                "{\"a\":\"\\u0000\"}|JSON_TEXT_NUL|/a",
                "{\"a\":\"\\ud800\"}|JSON_TEXT_LONE_SURROGATE|/a",
                "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]|JSON_TOO_DEEP|/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0"
            })
    void a_body_that_is_no_strict_json_is_refused_with_code_and_place(String body, String code, String pointer) {
        Answer answer = AU.send(AU.post("problem-exporter", CHECK, body)).problem(400, "REQUEST_BODY_INVALID");
        assertThat(answer.codes()).contains(code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer == null ? "" : pointer);
    }

    @Test
    void every_finding_on_an_application_comes_at_once_with_its_place() {
        String wrong = Samples.certificate()
                .replace("\"100390\"", "\"1\"")
                .replace("\"exportCountry\": \"AU\"", "\"exportCountry\": \"SG\"")
                .replace("\"unit\": \"LTR\"", "\"unit\": \"LTR\", \"extra\": true");
        Answer answer =
                AU.send(AU.post("problem-exporter", "/v1/applications", wrong)).problem(422, "REQUEST_REFUSED");
        assertThat(answer.codes()).contains("JSON_MEMBER_UNKNOWN", "ORIGIN_HS_INVALID", "APPLICATION_EXPORT_FOREIGN");
        Answer checked = AU.send(AU.post("problem-exporter", CHECK, wrong)).expect(200);
        assertThat(checked.json().at("/acceptable").asBoolean()).isFalse();
        assertThat(checked.json().at("/findings").size())
                .isEqualTo(answer.json().at("/errors").size());
    }

    @Test
    void a_body_beyond_the_limit_is_refused() {
        String large = "\"" + "a".repeat(JsonBodyResolver.MAX_BYTES) + "\"";
        AU.send(AU.post("problem-exporter", CHECK, large)).problem(413, "REQUEST_TOO_LARGE");
    }

    @Test
    void what_http_itself_forbids_has_a_code() {
        AU.get("problem-exporter", "/v1/nothing").problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("problem-exporter", "/v1/applications/not-an-id").problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("problem-exporter", CHECK + "/more").problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.send(AU.as("problem-exporter", "/v1/applications").DELETE()).problem(405, "REQUEST_METHOD_UNSUPPORTED");
        AU.send(AU.as("problem-exporter", "/v1/applications").header("Accept", "image/png"))
                .problem(406, "REQUEST_ACCEPT_UNSUPPORTED");
        AU.send(AU.as("problem-exporter", CHECK)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString("a,b")))
                .problem(415, "REQUEST_TYPE_UNSUPPORTED");
        AU.get("problem-exporter", "/v1/applications?limit=0").problem(400, "REQUEST_PARAMETER_INVALID");
        AU.get("problem-exporter", "/v1/applications?limit=201").problem(400, "REQUEST_PARAMETER_INVALID");
        AU.get("problem-exporter", "/v1/applications?cursor=%00").problem(400, "REQUEST_PARAMETER_INVALID");
        AU.get("problem-exporter", "/v1/applications?state=LOST").problem(400, "REQUEST_PARAMETER_INVALID");
        AU.get("problem-exporter", "/v1/applications%2f..%2fx").problem(400, "REQUEST_MALFORMED");
        AU.get("problem-exporter", "/v1/applications;a=b").problem(400, "REQUEST_MALFORMED");
    }

    @Test
    void a_parameter_that_no_database_can_hold_is_refused_wherever_it_stands() {
        for (String path : new String[] {
            "/v1/applications?x=%00",
            "/v1/applications?%00=x",
            "/v1/network/streams?a=1&a=b%00c",
            "/v1/audit?subject=a%00",
            "/v1/applications?cursor=AGE",
            "/v1/accounts?cursor=AGE"
        }) {
            AU.get("problem-admin", path).problem(400, "REQUEST_PARAMETER_INVALID");
        }
        assertThat(AU.get("problem-admin", "/v1/audit?subject=a%00").text("/detail"))
                .isEqualTo("subject holds U+0000");
        AU.send(HttpRequest.newBuilder(AU.at("/verify?text=%00"))).problem(400, "REQUEST_PARAMETER_INVALID");
        for (String path : new String[] {"/accounts?find=a%00", "/organisations?find=%00", "/audit?account=%00"}) {
            Answer page = AU.send(AU.as("problem-admin", path).header("Accept", "text/html"))
                    .expect(400);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.text()).contains("REQUEST_PARAMETER_INVALID", "holds U+0000");
        }
        Answer form = AU.send(AU.as("problem-admin", "/accounts/problem-admin")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("do=roles&roles=ADMINISTRATOR&key=a%00")))
                .expect(400);
        assertThat(form.text()).contains("REQUEST_PARAMETER_INVALID", "key holds U+0000");
    }

    @Test
    void what_is_no_http_is_answered_in_the_same_form() throws IOException {
        for (String line : new String[] {"GET /{ HTTP/1.1", "GET / HTTP/9.9", "G\u0001T / HTTP/1.1"}) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(line).contains("application/problem+json").contains("\"code\":\"REQUEST_MALFORMED\"");
            assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat").doesNotContain("Exception");
        }
    }

    @Test
    void what_only_a_forger_sends_is_refused_and_breaks_nothing() throws IOException {
        String token = "Authorization: Bearer " + Stage.shared().tokens().token("problem-exporter");
        assertThat(raw("GET /v1/applications?limit=%zz HTTP/1.1\r\nHost: localhost\r\n" + token
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        for (String cookie : new String[] {"AAAA", "%00", "'", "a".repeat(2_000)}) {
            assertThat(raw("GET /v1/me HTTP/1.1\r\nHost: localhost\r\nCookie: entente-AU=" + cookie
                            + "; entente-AU-form=" + cookie + "; REDIRECT_URI=" + cookie
                            + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", AU.at("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_caller_without_a_token_that_counts_is_unauthenticated() {
        AU.send(HttpRequest.newBuilder(AU.at("/v1/applications"))).problem(401, "REQUEST_UNAUTHENTICATED");
        Tokens tokens = Stage.shared().tokens();
        Instant soon = Instant.now().plusSeconds(60);
        for (String token : new String[] {
            "nonsense",
            tokens.token("nobody"),
            tokens.token("problem-exporter", "another", soon),
            tokens.token("problem-exporter", Tokens.AUDIENCE, Instant.now().minusSeconds(120))
        }) {
            Answer answer = AU.send(HttpRequest.newBuilder(AU.at("/v1/applications"))
                            .header("Authorization", "Bearer " + token))
                    .problem(401, "REQUEST_UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void a_caller_without_the_role_is_forbidden() {
        AU.get("problem-exporter", "/v1/inbox").problem(403, "REQUEST_FORBIDDEN");
        AU.send(AU.post("problem-exporter", "/v1/applications/00000000-0000-4000-8000-000000000000/approval", ""))
                .problem(403, "REQUEST_FORBIDDEN");
    }

    @Test
    void every_code_is_explained_to_anybody() {
        for (ApiCode code : ApiCode.values()) {
            Answer page = AU.send(HttpRequest.newBuilder(AU.at("/problems/" + code.name())))
                    .expect(200);
            assertThat(page.text("/title")).isEqualTo(code.title());
        }
        AU.send(HttpRequest.newBuilder(AU.at("/problems/NO_SUCH_CODE"))).problem(404, "REQUEST_TARGET_UNKNOWN");
    }

    @Test
    void answers_carry_the_headers_that_keep_browsers_safe() {
        Answer answer = AU.get("problem-exporter", "/v1/applications").expect(200);
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void a_callers_own_trace_id_is_kept() {
        Answer answer = AU.send(AU.as("problem-exporter", "/v1/nothing")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(answer.text("/traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }
}
