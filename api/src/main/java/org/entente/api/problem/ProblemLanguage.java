package org.entente.api.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Tells programs' problems in the language that they ask for; what no words are known for stays as it is, in English. */
public interface ProblemLanguage {
    /**
     * A problem in the words of a language.
     *
     * @param problem with the same codes and places as before
     * @param language of the words, as {@code Content-Language} has it; both languages where some words stayed English
     */
    record Told(ProblemView problem, String language) {}

    /**
     * Puts a problem into the words of the language for which a request asks ({@code Accept-Language}, RFC 9110).
     *
     * @param english the problem
     * @param request whose answer it is
     * @return in the best language there is
     */
    Told told(ProblemView english, HttpServletRequest request);
}
