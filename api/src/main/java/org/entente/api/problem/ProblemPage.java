package org.entente.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** Shows a problem document to people, as a page. */
public interface ProblemPage {
    /**
     * The page of a problem.
     *
     * @param problem what programs would be told
     * @param request whose answer it is
     * @return view, content and status
     */
    ModelAndView of(ProblemView problem, HttpServletRequest request);

    /**
     * Whether somebody reads the answer with a browser. What is under {@code /v1/} is for programs, whoever asks.
     *
     * @param request any request
     * @return true if a page is the answer
     */
    static boolean isFor(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/v1/")) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return (accept != null && accept.contains("text/html")) || request.getHeader("HX-Request") != null;
    }
}
