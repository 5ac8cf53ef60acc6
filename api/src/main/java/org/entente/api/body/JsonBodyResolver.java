package org.entente.api.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;

/** Reads a body once, within the limit, and keeps it for whoever needs its bytes too. */
@Component
public final class JsonBodyResolver implements HandlerMethodArgumentResolver {
    /** The most bytes of a body: a certificate of 500 items and room beside it. */
    public static final int MAX_BYTES = 640 * 1024;

    private static final String BYTES = JsonBodyResolver.class.getName();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == JsonBody.class;
    }

    @Override
    public JsonBody resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        byte[] bytes = bytes(Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow());
        return switch (StrictJson.parse(bytes, MAX_BYTES)) {
            case Checked.Accepted<JsonNode>(var json, var remarks) -> new JsonBody(bytes, json);
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new Refusal(ApiCode.REQUEST_BODY_INVALID, "the body is no acceptable JSON", findings);
        };
    }

    /**
     * The body's bytes; may be asked for again.
     *
     * @param request a request whose body nobody else reads
     * @return all of them, maybe none
     * @throws Refusal with {@link ApiCode#REQUEST_TOO_LARGE} past {@link #MAX_BYTES}
     */
    public static byte[] bytes(HttpServletRequest request) {
        if (request.getAttribute(BYTES) instanceof byte[] known) {
            return known;
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Refusal.of(ApiCode.REQUEST_TOO_LARGE, "limit " + MAX_BYTES + " bytes");
            }
            request.setAttribute(BYTES, bytes);
            return bytes;
        } catch (IOException e) {
            throw Refusal.of(ApiCode.REQUEST_MALFORMED, "the body ended early");
        }
    }
}
