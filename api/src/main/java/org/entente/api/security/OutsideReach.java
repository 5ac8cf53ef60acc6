package org.entente.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.ProblemErrorController;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells whoever wants to sign in by a provider that is not known, or cannot be reached, just that, before it is needed. */
final class OutsideReach extends OncePerRequestFilter {
    private static final String SERVICE = "service";

    /** As the filters behind this one read the path, so that no other spelling passes by it. */
    private static final List<RequestMatcher> PATHS = Stream.of("/oauth2/authorization/", "/login/oauth2/code/")
            .<RequestMatcher>map(
                    path -> PathPatternRequestMatcher.withDefaults().matcher(path + "{" + SERVICE + "}"))
            .toList();

    private final OutsideServices services;

    OutsideReach(OutsideServices services) {
        this.services = services;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiCode> refused = PATHS.stream()
                .map(path -> path.matcher(request))
                .filter(RequestMatcher.MatchResult::isMatch)
                .map(match -> String.valueOf(match.getVariables().get(SERVICE)))
                .findFirst()
                .flatMap(this::refused);
        if (refused.isPresent()) {
            request.setAttribute(ProblemErrorController.CODE, refused.get());
            response.sendError(refused.get().status());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<ApiCode> refused(String service) {
        if (!services.names().contains(service)) {
            return Optional.of(ApiCode.REQUEST_TARGET_UNKNOWN);
        }
        return services.isUnreachable(service) ? Optional.of(ApiCode.SIGN_IN_SERVICE_UNREACHABLE) : Optional.empty();
    }
}
