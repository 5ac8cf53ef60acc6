package org.entente.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a trace id: the caller's own (W3C Trace Context) or a random one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceIds extends OncePerRequestFilter {
    private static final String NAME = TraceIds.class.getName();
    private static final String LOG_NAME = "traceId";
    private static final Pattern PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** The trace id of a request that passed this filter; zeros for any other. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String id ? id : "0".repeat(2 * BYTES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader("traceparent"));
        request.setAttribute(NAME, id);
        response.setHeader("Trace-Id", id);
        MDC.put(LOG_NAME, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOG_NAME);
        }
    }

    private String id(@Nullable String parent) {
        Matcher given = PARENT.matcher(parent == null ? "" : parent);
        if (given.matches()) {
            return given.group(1);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
