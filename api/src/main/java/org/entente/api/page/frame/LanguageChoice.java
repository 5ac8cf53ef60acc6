package org.entente.api.page.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a request: what was chosen with the switch, else what the browser asks for. */
@Component("localeResolver")
final class LanguageChoice implements LocaleResolver {
    private static final String COOKIE = "language";
    private static final String KEPT = LanguageChoice.class.getName();

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Locale known) {
            return known;
        }
        Locale locale = chosen(request)
                .orElseGet(() -> Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .map(languages::best)
                        .orElse(Locale.ENGLISH));
        request.setAttribute(KEPT, locale);
        return locale;
    }

    private Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(tag -> languages.named(tag).stream())
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        request.setAttribute(KEPT, locale);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.toLanguageTag())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
