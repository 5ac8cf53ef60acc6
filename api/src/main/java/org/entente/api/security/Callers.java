package org.entente.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Caller;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Finds the account behind a request, as the database has it now: one look for each request. */
@Component
public final class Callers {
    private static final String NAME = Callers.class.getName();

    private final AccountStore accounts;
    private final SessionRepository<?> sessions;
    private final InstantSource clock;

    Callers(AccountStore accounts, SessionRepository<?> sessions, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who is calling.
     *
     * @param request the present request
     * @return the account; empty if nobody is signed in, or nobody whom the database knows and lets in
     */
    public Optional<Caller> of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Caller known) {
            return Optional.of(known);
        }
        Optional<Caller> caller = look(SecurityContextHolder.getContext().getAuthentication());
        caller.ifPresent(found -> request.setAttribute(NAME, found));
        return caller;
    }

    /**
     * Looks again and again at who is behind a request that goes on for long.
     *
     * @param request the present request
     * @return gives the account as the database has it then; empty once it signed out, its token ended, or it is shut out
     */
    public Supplier<Optional<Caller>> watch(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Optional<String> session =
                Optional.ofNullable(request.getSession(false)).map(HttpSession::getId);
        return () -> session.filter(id -> sessions.findById(id) == null).isPresent() || hasEnded(authentication)
                ? Optional.empty()
                : look(authentication);
    }

    private boolean hasEnded(@org.jspecify.annotations.Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof Jwt token
                && token.getExpiresAt() != null
                && clock.instant().isAfter(token.getExpiresAt());
    }

    private Optional<Caller> look(@org.jspecify.annotations.Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return switch (authentication.getPrincipal()) {
            case Jwt token
            when token.getIssuer() != null && token.getSubject() != null ->
                accounts.caller(token.getIssuer().toString(), token.getSubject());
            case OidcUser user
            when user.getIssuer() != null && user.getSubject() != null ->
                accounts.caller(user.getIssuer().toString(), user.getSubject());
            case org.springframework.security.core.userdetails.UserDetails user -> accounts.caller(user.getUsername());
            case null, default -> Optional.empty();
        };
    }
}
