package org.entente.api.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters, of the query or of a form, that hold U+0000: PostgreSQL has no text with it (manual, 8.3), and nobody
 * types it. Bodies are read as strict JSON, which refuses it there.
 */
final class StorableText implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What is told of a refused request has the parameters of that request.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.getParameterMap().forEach(StorableText::check);
        }
        return true;
    }

    private static void check(String name, String[] values) {
        // Names of this kind the firewall before all handlers refuses.
        if (Arrays.stream(values).anyMatch(value -> value.indexOf(0) >= 0)) {
            throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, name + " holds U+0000");
        }
    }
}
