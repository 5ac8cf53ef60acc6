package org.entente.api.problem;

import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param type a page that says what the code means
 * @param title what the code means, in one sentence, in the language asked for where there are words
 * @param status the HTTP status
 * @param detail the particulars of this case; English where there are no other words
 * @param code of the error catalogue; stable
 * @param traceId names this request in the service's log
 * @param errors everything that was found
 */
public record ProblemView(
        String type, String title, int status, String detail, String code, String traceId, List<FindingView> errors) {
    /** Keeps an unmodifiable copy. */
    public ProblemView {
        errors = List.copyOf(errors);
    }
}
