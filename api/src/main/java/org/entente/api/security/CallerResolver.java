package org.entente.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers their {@link Caller}. */
@Component
public final class CallerResolver implements HandlerMethodArgumentResolver {
    private final Callers callers;

    CallerResolver(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .flatMap(callers::of)
                .orElseThrow(() -> Refusal.of(ApiCode.REQUEST_UNAUTHENTICATED, "sign in, or send a token"));
    }
}
