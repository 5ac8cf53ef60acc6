package org.entente.api.security;

import jakarta.servlet.DispatcherType;
import org.entente.api.account.AccountStore;
import org.entente.api.settings.InstanceSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.web.servlet.LocaleResolver;

/** Two ways in: machines with a token, without any session; people with a session, whose writes carry a form token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SecurityConfiguration {
    private static final String CONTENT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'"
            + " blob:; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, JwtDecoder tokens, Doors doors) {
        http.securityMatcher(request -> {
                    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
                    return authorization != null && authorization.regionMatches(true, 0, "bearer", 0, 6);
                })
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(doors)
                        .accessDeniedHandler(doors))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // A token is never sent by a browser of its own accord.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(doors).accessDeniedHandler(doors));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Doors doors,
            InstanceSettings settings,
            @Value("${server.servlet.session.cookie.name}") String sessionCookie,
            ObjectProvider<OutsideServices> outside,
            AccountStore accounts,
            MessageSource words,
            LocaleResolver languages) {
        CookieCsrfTokenRepository forms = new CookieCsrfTokenRepository();
        // Cookies do not tell ports of one host apart: members that share one have session cookies of their own names.
        forms.setCookieName(sessionCookie + "-form");
        forms.setCookieCustomizer(
                cookie -> cookie.secure(isSecure(settings)).sameSite("Lax").httpOnly(true));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OpenPaths.matcher())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login"))
                .logout(Customizer.withDefaults())
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(forms).ignoringRequestMatchers(OpenPaths.open()))
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(doors).accessDeniedHandler(doors));
        outside.ifAvailable(services -> {
            services.lookAhead();
            OutsideSignIn signIn = new OutsideSignIn(accounts);
            http.oauth2Login(login -> login.loginPage("/login")
                    .failureUrl(OutsideSignIn.FAILED)
                    .userInfoEndpoint(user -> user.oidcUserService(signIn)));
            http.logout(logout ->
                    logout.logoutSuccessHandler(new OutsideSignOut(services, settings.baseUrl(), words, languages)));
            http.addFilterBefore(new OutsideReach(services), OAuth2AuthorizationRequestRedirectFilter.class);
        });
        return http.build();
    }

    @Bean
    @ConditionalOnOAuth2ClientRegistrationProperties
    OutsideServices outsideServices(OAuth2ClientProperties settings) {
        return new OutsideServices(settings);
    }

    /** A proxy may end TLS: what counts is how browsers reach the service. */
    private static boolean isSecure(InstanceSettings settings) {
        return "https".equals(settings.baseUrl().getScheme());
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(InstanceSettings settings) {
        return cookie -> {
            cookie.setUseSecureCookie(isSecure(settings));
            // As it is: decoded, a forged one could hold what the database refuses as text.
            cookie.setUseBase64Encoding(false);
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(self), geolocation=(), microphone=(), payment=()"));
    }

    @Bean
    UserDetailsService passwordAccounts(AccountStore accounts, SignInFailures failures) {
        return name -> accounts.credentials(name.replace("\0", ""))
                .map(found -> User.withUsername(found.name())
                        .password(found.passwordHash())
                        .authorities("ACCOUNT")
                        .accountLocked(failures.isShut(found.name()))
                        .build())
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
