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

    /**
     * Over this instance's address.
     *
     * @param settings the address
     * @param json writes documents
     */
    public Problems(InstanceSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * The document of a refusal.
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
     * The answer for a refusal.
     *
     * @param refusal why
     * @param request whose answer it is
     * @return with status and media type
     */
    public ResponseEntity<byte[]> answer(Refusal refusal, HttpServletRequest request) {
        return answer(refusal, request, HttpHeaders.EMPTY);
    }

    /**
     * The answer for a refusal.
     *
     * @param refusal why
     * @param request whose answer it is
     * @param headers that belong to it
     * @return with status and media type
     */
    public ResponseEntity<byte[]> answer(Refusal refusal, HttpServletRequest request, HttpHeaders headers) {
        return ResponseEntity.status(refusal.code().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsBytes(document(refusal, request)));
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
        byte[] body = json.writeValueAsBytes(document(refusal, request));
        response.setStatus(refusal.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
