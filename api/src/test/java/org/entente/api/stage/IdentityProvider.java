package org.entente.api.stage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A real OpenID provider, Spring Authorization Server, with an address of its own. Everybody may sign in there with the
 * own name as password; tokens of those whose name starts with {@code other-} or {@code expired} are not in order.
 */
public final class IdentityProvider implements AutoCloseable {
    private static final String CLIENT = "entente-au";
    private static final String SECRET = "client secret";

    private final ConfigurableApplicationContext context;

    /** At any port. */
    public IdentityProvider() {
        this(0);
    }

    /** At a port. */
    public IdentityProvider(int port) {
        context = new SpringApplicationBuilder(Parts.class)
                .run("--server.port=" + port, "--server.servlet.session.cookie.name=provider");
    }

    /** Its issuer identifier. */
    public String issuer() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** What an instance is told of it, under a name. */
    public String[] settings(String name) {
        String registration = "--spring.security.oauth2.client.registration." + name + ".";
        return new String[] {
            registration + "client-id=" + CLIENT,
            registration + "client-secret=" + SECRET,
            registration + "scope=openid",
            "--spring.security.oauth2.client.provider." + name + ".issuer-uri=" + issuer()
        };
    }

    /** Makes an instance a client that it redirects to; others before it are no longer. */
    public void redirectsTo(String address) {
        redirectsTo(address, "http://localhost/left");
    }

    /** Likewise, and sends it where it wants to be after a sign-out. */
    public void redirectsTo(String address, String left) {
        context.getBean(InMemoryRegisteredClientRepository.class).save(client(address, left));
    }

    private static RegisteredClient client(String redirect, String left) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .postLogoutRedirectUri(left)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Without an annotation that a scan finds: an instance in the same process must not take it for its own. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Parts {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService everybody() {
            return name -> User.withUsername(name)
                    .password("{noop}" + name)
                    .authorities("EVERYBODY")
                    .build();
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(client("http://localhost/none", "http://localhost/left"));
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("provider").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> notInOrder() {
            return token -> {
                Authentication who = token.getPrincipal();
                if (who != null && token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    switch (who.getName()) {
                        case "other-issuer" -> token.getClaims().issuer("http://other.example");
                        case "other-audience" -> token.getClaims().audience(List.of("other"));
                        case "other-nonce" -> token.getClaims().claim("nonce", "other");
                        case "expired" ->
                            token.getClaims()
                                    .issuedAt(Instant.now().minusSeconds(900))
                                    .expiresAt(Instant.now().minusSeconds(600));
                        default -> {}
                    }
                }
            };
        }
    }
}
