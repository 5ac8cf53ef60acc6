package org.entente.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.ProblemErrorController;
import org.entente.api.problem.ProblemPage;
import org.entente.api.problem.Problems;
import org.entente.api.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a shut door says: a problem document to programs, the way to the sign-in page to people. */
@Component
final class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Problems problems;

    Doors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (ProblemPage.isFor(request)) {
            response.sendRedirect("/login");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(Refusal.of(ApiCode.REQUEST_UNAUTHENTICATED, "sign in, or send a token"), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        ApiCode code = reason instanceof CsrfException ? ApiCode.REQUEST_CSRF_INVALID : ApiCode.REQUEST_FORBIDDEN;
        if (ProblemPage.isFor(request)) {
            request.setAttribute(ProblemErrorController.CODE, code);
            response.sendError(code.status());
            return;
        }
        problems.write(Refusal.of(code, code.title()), request, response);
    }
}
