package org.entente.api.web;

import java.util.Arrays;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.Open;
import org.entente.model.finding.Severity;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the {@code type} of a problem leads: what the code means. */
@RestController
@Open
class ProblemCatalogue {
    /**
     * What a code means.
     *
     * @param code of the error catalogue
     * @param status the HTTP status of answers with it
     * @param severity how grave
     * @param title in one sentence
     */
    record Explained(String code, int status, Severity severity, String title) {}

    @GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    Explained explain(@PathVariable String code) {
        return Arrays.stream(ApiCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(known -> new Explained(known.name(), known.status(), known.severity(), known.title()))
                .orElseThrow(Refusal::unknown);
    }
}
