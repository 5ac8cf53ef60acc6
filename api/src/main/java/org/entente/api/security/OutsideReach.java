package org.entente.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.ProblemErrorController;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells whoever wants to sign in by a provider that cannot be reached just that, before the provider is needed. */
final class OutsideReach extends OncePerRequestFilter {
    private static final List<String> PATHS = List.of("/oauth2/authorization/", "/login/oauth2/code/");

    private final OutsideServices services;

    OutsideReach(OutsideServices services) {
        this.services = services;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (PATHS.stream()
                .filter(path::startsWith)
                .anyMatch(each -> services.isUnreachable(path.substring(each.length())))) {
            ApiCode code = ApiCode.SIGN_IN_SERVICE_UNREACHABLE;
            request.setAttribute(ProblemErrorController.CODE, code);
            response.sendError(code.status());
            return;
        }
        chain.doFilter(request, response);
    }
}
