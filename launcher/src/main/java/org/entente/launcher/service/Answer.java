package org.entente.launcher.service;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an administration's API answered.
 *
 * @param status the HTTP status
 * @param etag the version of what was read or made, or empty text
 * @param location of what was made, or empty text
 * @param text the body
 */
public record Answer(int status, String etag, String location, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Location").orElse(""),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * Whether what was asked for was done.
     *
     * @return true for the statuses 200 to 299
     */
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /**
     * Goes on only if it was done.
     *
     * @return this
     * @throws UnexpectedAnswer if it was not
     */
    public Answer good() {
        if (!isGood()) {
            throw new UnexpectedAnswer(
                    "status " + status + ": " + (text.length() > 600 ? text.substring(0, 600) : text));
        }
        return this;
    }

    /**
     * The body as JSON.
     *
     * @return a missing node if it is none
     */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /**
     * A text in the body.
     *
     * @param pointer where (RFC 6901)
     * @return the value as text; empty if there is none
     */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /**
     * A list in the body.
     *
     * @param pointer where (RFC 6901)
     * @return its elements; none if there is no list
     */
    public List<JsonNode> list(String pointer) {
        return json().at(pointer).valueStream().toList();
    }

    /** An API answered something else than it should have. */
    public static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String words) {
            super(words);
        }
    }
}
