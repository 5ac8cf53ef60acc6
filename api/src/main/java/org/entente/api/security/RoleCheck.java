package org.entente.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a handler that says it is open for this caller, and to no other. */
@Component
public final class RoleCheck implements HandlerInterceptor {
    private final Callers callers;

    RoleCheck(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Anything else than a method of ours serves files, and those stand among the open paths or need a sign-in.
        if (!(handler instanceof HandlerMethod method)
                || method.getBean() instanceof ErrorController
                || find(method, Open.class).isPresent()) {
            return true;
        }
        Caller caller = callers.of(request)
                .orElseThrow(() -> Refusal.of(ApiCode.REQUEST_UNAUTHENTICATED, "sign in, or send a token"));
        boolean allowed = find(method, AllowedFor.class)
                .map(rule -> Arrays.stream(rule.value()).anyMatch(caller::has))
                .orElse(false);
        if (!allowed) {
            throw Refusal.of(ApiCode.REQUEST_FORBIDDEN, "the account does not have the role that this needs");
        }
        return true;
    }

    private static <A extends Annotation> Optional<A> find(HandlerMethod method, Class<A> type) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type)));
    }
}
