package org.entente.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.entente.api.settings.InstanceSettings;
import org.entente.model.finding.Finding;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem documents, for handlers and for filters alike. */
@Component
public final class Problems {
    private final InstanceSettings settings;
    private final JsonMapper json;
    private final ProblemLanguage languages;

    /**
     * Over this instance's address.
     *
     * @param settings the address
     * @param json writes documents
     * @param languages the callers' languages
     */
    public Problems(InstanceSettings settings, JsonMapper json, ProblemLanguage languages) {
        this.settings = settings;
        this.json = json;
        this.languages = languages;
    }

    /**
     * The document of a refusal, in English.
     *
     * @param refusal why
     * @param request whose trace id it names
     * @return the document
     */
    public ProblemView document(Refusal refusal, HttpServletRequest request) {
        return document(refusal.code(), refusal.detail(), refusal.findings(), request);
    }

    private ProblemView document(ApiCode code, String detail, List<Finding> findings, HttpServletRequest request) {
        return new ProblemView(
                settings.baseUrl() + "/problems/" + code.name(),
                code.title(),
                code.status(),
                detail,
                code.name(),
                TraceIds.of(request),
                findings.stream().map(FindingView::of).toList());
    }

    /**
     * The answer for a refusal, in the language that the request asks for.
     *
     * @param refusal why
     * @param request whose answer it is
     * @return with status and media type
     */
    public ResponseEntity<byte[]> answer(Refusal refusal, HttpServletRequest request) {
        return answer(refusal, request, HttpHeaders.EMPTY);
    }

    /**
     * The answer for a refusal, in the language that the request asks for.
     *
     * @param refusal why
     * @param request whose answer it is
     * @param headers that belong to it
     * @return with status and media type
     */
    public ResponseEntity<byte[]> answer(Refusal refusal, HttpServletRequest request, HttpHeaders headers) {
        ProblemLanguage.Told told = languages.told(document(refusal, request), request);
        return ResponseEntity.status(refusal.code().status())
                .headers(headers)
                .header(HttpHeaders.CONTENT_LANGUAGE, told.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsBytes(told.problem()));
    }

    /**
     * Writes the answer where no handler is: in a filter.
     *
     * @param refusal why
     * @param request whose answer it is
     * @param response not committed yet
     * @throws IOException if the connection breaks
     */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemLanguage.Told told = languages.told(document(refusal, request), request);
        byte[] body = json.writeValueAsBytes(told.problem());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, told.language());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setStatus(refusal.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
