package org.entente.api.security;

import java.util.List;
import java.util.Set;
import org.entente.api.account.AccountStore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Sign-in by an OpenID provider (OpenID Connect Core 1.0): only whom the database knows and lets in gets a session. */
final class OutsideSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** Where a sign-in ends that an outside service began and that does not count. */
    static final String FAILED = "/login?error=outside";

    private static final String SETTINGS = "spring.security.oauth2.client.";

    private final OidcUserService service = new OidcUserService();
    private final AccountStore accounts;

    OutsideSignIn(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * Finds services whose word could not be told from another's: without an issuer nothing says whose subjects a service
     * may name, and without {@code openid} there is no signed word at all.
     */
    static void check(ClientRegistration service, List<String> problems) {
        String name = service.getRegistrationId();
        if (service.getProviderDetails().getIssuerUri() == null) {
            problems.add(SETTINGS + "provider." + name + ".issuer-uri is not set: accounts are known by it");
        }
        checkScope(name, service.getScopes(), problems);
    }

    static void checkScope(String name, @Nullable Set<String> scopes, List<String> problems) {
        if (scopes == null || !scopes.contains(OidcScopes.OPENID)) {
            problems.add(SETTINGS + "registration." + name + ".scope must contain " + OidcScopes.OPENID);
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = service.loadUser(request);
        if (user.getIssuer() == null
                || user.getSubject() == null
                || accounts.caller(user.getIssuer().toString(), user.getSubject())
                        .isEmpty()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, "no account of that issuer and subject", null));
        }
        return user;
    }
}
