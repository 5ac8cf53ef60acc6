package org.entente.api.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The paths that need no account. Everything else needs one, handlers or not. */
final class OpenPaths {
    private OpenPaths() {}

    static RequestMatcher matcher() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                paths.matcher("/error"),
                paths.matcher("/login"),
                paths.matcher(HttpMethod.GET, "/"),
                paths.matcher(HttpMethod.GET, "/language"),
                paths.matcher("/verify"),
                paths.matcher(HttpMethod.GET, "/c/{number}"),
                paths.matcher(HttpMethod.GET, "/health"),
                paths.matcher(HttpMethod.GET, "/health/ready"),
                paths.matcher(HttpMethod.GET, "/openapi.yaml"),
                paths.matcher(HttpMethod.GET, "/problems/{code}"),
                paths.matcher(HttpMethod.GET, "/.well-known/did.json"),
                paths.matcher(HttpMethod.GET, "/contexts/**"),
                paths.matcher(HttpMethod.GET, "/status-lists/**"),
                paths.matcher(HttpMethod.GET, "/v1/trust"),
                open(),
                paths.matcher(HttpMethod.GET, "/assets/**"));
    }

    /** Changes nothing and knows nobody: its writes need no form token. */
    static RequestMatcher open() {
        return PathPatternRequestMatcher.withDefaults().matcher("/v1/public/**");
    }
}
