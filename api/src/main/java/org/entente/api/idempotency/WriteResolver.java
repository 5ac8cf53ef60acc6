package org.entente.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.api.body.JsonBodyResolver;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.Callers;
import org.entente.api.settings.DerivedSecret;
import org.entente.api.settings.InstanceSettings;
import org.entente.model.ledger.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers their {@link Write}; refuses a write without a key. */
@Component
public final class WriteResolver implements HandlerMethodArgumentResolver {
    /** The header that names a write, quoted or bare. */
    public static final String KEY = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int MOST_ROUTE = 150;

    private final Callers callers;
    private final DerivedSecret secret;

    WriteResolver(Callers callers, InstanceSettings settings) {
        this.callers = callers;
        this.secret = new DerivedSecret(settings, "entente idempotency 1");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Write.class;
    }

    @Override
    public Write resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class))
                .orElseThrow();
        String route = request.getMethod() + " " + request.getRequestURI();
        if (route.length() > MOST_ROUTE) {
            throw Refusal.unknown();
        }
        return new Write(
                callers.of(request)
                        .orElseThrow(() -> Refusal.of(ApiCode.REQUEST_UNAUTHENTICATED, "sign in, or send a token")),
                route,
                key(request.getHeader(KEY)),
                content(request),
                Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    /** A body may hold a password, which a plain digest would let readers of the table try out. */
    private Digest content(HttpServletRequest request) {
        Digest plain = Digest.of(
                (request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8), JsonBodyResolver.bytes(request));
        return Digest.ofRaw(secret.authenticate(plain.raw()));
    }

    private static String key(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(ApiCode.REQUEST_KEY_MISSING, "send " + KEY + ": a random text of your own");
        }
        String key = header.strip();
        if (key.length() > 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (!FORM.matcher(key).matches()) {
            throw Refusal.of(ApiCode.REQUEST_KEY_INVALID, "1 to 100 printable ASCII characters without spaces");
        }
        return key;
    }
}
