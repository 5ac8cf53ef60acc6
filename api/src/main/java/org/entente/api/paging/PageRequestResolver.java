package org.entente.api.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers their {@link PageRequest}. */
@Component
public final class PageRequestResolver implements HandlerMethodArgumentResolver {
    private static final int LONGEST = 4_000;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageRequest(
                limit(request.getParameter("limit")),
                Optional.ofNullable(request.getParameter("cursor")).map(PageRequestResolver::cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.USUAL;
        }
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > PageRequest.MOST) {
            throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "limit is 1 to " + PageRequest.MOST);
        }
        return Integer.parseInt(text);
    }

    private static String cursor(String text) {
        try {
            if (text.length() <= LONGEST) {
                String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                if (place.indexOf(0) < 0) {
                    return place;
                }
            }
        } catch (IllegalArgumentException e) {
            // as any other text that no list wrote
        }
        throw invalid();
    }

    static Refusal invalid() {
        return Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "cursor is taken from the Link of the page before");
    }
}
