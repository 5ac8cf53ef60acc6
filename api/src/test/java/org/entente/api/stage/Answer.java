package org.entente.api.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an instance answered. */
public record Answer(HttpResponse<byte[]> response) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The HTTP status. */
    public int status() {
        return response.statusCode();
    }

    /** The body as text. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A text inside the body. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** A header; empty text if it is not there. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Fails unless the status is this one. */
    public Answer expect(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /** Fails unless it is a problem document with this status and code. */
    public Answer problem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/code")).isEqualTo(code);
        assertThat(text("/type")).matches("(?:http://(?:au|cn).example)?/problems/" + code);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/traceId")).matches("[0-9a-f]{32}");
        assertThat(text()).doesNotContain("Exception", "\tat ", "org.");
        return this;
    }

    /** The codes of everything that was found. */
    public List<String> codes() {
        return StreamSupport.stream(json().at("/errors").spliterator(), false)
                .map(error -> error.at("/code").asString())
                .toList();
    }
}
