package org.entente.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;

/**
 * Signs out at the provider too, if it offers that (OpenID Connect RP-Initiated Logout 1.0): otherwise whoever comes next to
 * this browser is signed in by the next click.
 */
final class OutsideSignOut implements LogoutSuccessHandler {
    private static final String LEFT = "/login?logout";

    private final OidcClientInitiatedLogoutSuccessHandler handler;
    private final MessageSource words;
    private final LocaleResolver languages;

    OutsideSignOut(ClientRegistrationRepository services, URI base, MessageSource words, LocaleResolver languages) {
        this.words = words;
        this.languages = languages;
        handler = new OidcClientInitiatedLogoutSuccessHandler(services);
        handler.setDefaultTargetUrl(LEFT);
        handler.setPostLogoutRedirectUri(base.resolve(LEFT).toString());
        handler.setRedirectStrategy(this::leave);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        handler.onLogoutSuccess(request, response, authentication);
    }

    /** A form's answer may not redirect to another site ({@code form-action 'self'}); a page may lead there. */
    private void leave(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (address.startsWith("/")) {
            response.sendRedirect(address);
            return;
        }
        Locale locale = languages.resolveLocale(request);
        String quoted = HtmlUtils.htmlEscape(address);
        response.setHeader("Refresh", "0;url=" + address);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("<!doctype html><html lang=\"" + locale.toLanguageTag()
                        + "\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Entente</title><p>"
                        + words.getMessage("sign-in.left", null, locale) + " <a href=\"" + quoted + "\">"
                        + words.getMessage("sign-in.leave-there", null, locale) + "</a></p></html>");
    }
}
